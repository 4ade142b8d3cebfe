const express = require('express');
const NodeCache = require('node-cache');
const serverless = require('serverless-http');

// expect: in-memory-state
const carts = new NodeCache({ stdTTL: 600 });

const app = express();
app.put('/carts/:id', (request, response) => {
  carts.set(request.params.id, request.body);
  response.sendStatus(204);
});
app.get('/carts/:id', (request, response) => response.json(carts.get(request.params.id)));
module.exports.handler = serverless(app);
