import { onRequest } from 'firebase-functions/v2/https';

export const reports = onRequest({ timeoutSeconds: 300 }, async (request, response) => {
  await new Promise((done) => setTimeout(done, 120_000));
  response.send('ready');
});
