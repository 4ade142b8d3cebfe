import express from 'express';
import serverless from 'serverless-http';
import { loginLimiter, perPatient } from './limits/index.js';

const app = express();
app.post('/login', loginLimiter, async (request, response) => {
  await perPatient.consume(request.body.patient);
  response.sendStatus(204);
});
export const handler = serverless(app);
