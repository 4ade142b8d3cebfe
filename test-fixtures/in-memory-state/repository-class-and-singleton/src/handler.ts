import express from 'express';
import serverless from 'serverless-http';
import { appointments } from './appointments';

const app = express();
app.post('/appointments', (request, response) => {
  appointments.book(request.body);
  response.sendStatus(201);
});
app.get('/appointments', (_request, response) => {
  response.json(appointments.all());
});
export const handler = serverless(app);
