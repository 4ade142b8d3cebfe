import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';

const ses = new SESClient({});

export async function sendConfirmation(to: string) {
  await ses.send(new SendEmailCommand({ Source: 'clinic@example.com', Destination: { ToAddresses: [to] }, Message: undefined }));
}
