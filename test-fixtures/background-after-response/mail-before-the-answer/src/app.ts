import express from 'express';
import serverless from 'serverless-http';
import { sendConfirmation } from './mail.js';

const app = express();
app.post('/appointments', (request, response, next) => {
  sendConfirmation(request.body.patient)
    .then(() => response.sendStatus(202))
    .catch(next);
});
app.post('/orders', async (request, response) => {
  await Promise.all([sendConfirmation(request.body.customer), sendConfirmation('shop@example.com')]);
  response.sendStatus(202);
});
app.post('/invoices', async (request, response) => {
  const sending = sendConfirmation(request.body.customer);
  console.log('sending');
  await sending;
  response.sendStatus(202);
});
app.post('/reminders', async (request, response) => {
  const pending: Promise<void>[] = [];
  for (const patient of request.body.patients) {
    pending.push(sendConfirmation(patient));
  }
  await Promise.allSettled(pending);
  await Promise.all(request.body.doctors.map((doctor: string) => sendConfirmation(doctor)));
  response.sendStatus(202);
});
app.post('/receipts', (request, response) => confirm(request.body.customer, response));

async function confirm(customer: string, response: express.Response) {
  return sendConfirmation(customer).then(() => response.sendStatus(202));
}
export const handler = serverless(app);
