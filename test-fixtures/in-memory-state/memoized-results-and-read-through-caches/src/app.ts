import express from 'express';
import serverless from 'serverless-http';
import { priceOf, slugOf } from './prices.js';
import { Doctors } from './doctors.js';

const app = express();
const doctors = new Doctors();
app.get('/prices/:item', async (request, response) => {
  response.json(await priceOf(request.params.item));
});
app.get('/catalogue/:item', async (request, response) => {
  response.json({ slug: slugOf(request.params.item), price: await priceOf(request.params.item) });
});
app.get('/doctors/:id', async (request, response) => {
  response.json(await doctors.find(request.params.id));
});
app.get('/clinics/:id', async (request, response) => {
  response.json(await doctors.find(request.params.id));
});
export const handler = serverless(app);
