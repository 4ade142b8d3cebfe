import express from 'express';
import serverless from 'serverless-http';
import { sendConfirmation } from './mail.js';

const app = express();
app.post('/appointments', (request, response) => {
  response.status(202).json({ accepted: true });
  // expect: background-after-response
  sendConfirmation(request.body.patient);
});
app.post('/orders', async (request, response) => {
  // expect: background-after-response
  void sendConfirmation(request.body.customer);
  response.sendStatus(202);
});
app.post('/invoices', async (request, response) => {
  // expect: background-after-response
  sendConfirmation(request.body.customer).catch((error) => console.error(error));
  response.sendStatus(202);
});
export const handler = serverless(app);
