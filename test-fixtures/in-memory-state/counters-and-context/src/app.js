const { AsyncLocalStorage } = require('node:async_hooks');
const express = require('express');
const serverless = require('serverless-http');

const requests = new AsyncLocalStorage();
const seen = new WeakMap();
let served = 0;
const counts = {};

const app = express();
app.use((request, response, next) => {
  served += 1;
  counts[request.method] = (counts[request.method] || 0) + 1;
  seen.set(request, Date.now());
  requests.run({ id: request.headers['x-request-id'] }, next);
});
app.get('/orders', (request, response) => {
  const { id } = requests.getStore();
  console.log(id, served, counts, Date.now() - seen.get(request));
  response.json([]);
});
app.get('/orders/:id', (request, response) => {
  const items = [];
  items.push(request.params.id);
  response.json(items);
});
module.exports.handler = serverless(app);
