const { onRequest } = require('firebase-functions/v2/https');
const express = require('express');

const carts = new Map();
const app = express();
app.post('/carts/:id', (req, res) => {
  carts.set(req.params.id, req.body);
  res.end();
});
app.get('/carts/:id', (req, res) => res.json(carts.get(req.params.id)));

exports.shop = onRequest({ maxInstances: 1 }, app);
