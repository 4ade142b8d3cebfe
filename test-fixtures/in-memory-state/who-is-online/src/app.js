const express = require('express');
const serverless = require('serverless-http');

const app = express();
const online = new Map(); // expect: in-memory-state

app.post('/join', (req, res) => {
  online.set(req.body.id, req.body.name);
  res.sendStatus(204);
});
app.get('/who', (req, res) => res.json([...online.values()]));

exports.handler = serverless(app);
