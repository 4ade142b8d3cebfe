const functions = require('firebase-functions');
const express = require('express');

const carts = new Map(); // expect: in-memory-state
const app = express();
app.post('/carts/:id', (req, res) => {
  carts.set(req.params.id, req.body);
  res.end();
});
app.get('/carts/:id', (req, res) => res.json(carts.get(req.params.id)));

exports.shop = functions.runWith({ timeoutSeconds: 60 }).region('europe-west1').https.onRequest(app);
