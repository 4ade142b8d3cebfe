const express = require('express');

const app = express();
const waiting = new Map();

app.post('/lobby/:player', (req, res) => {
  waiting.set(req.params.player, Date.now());
  res.sendStatus(202);
});
app.get('/lobby', (req, res) => res.json([...waiting.keys()]));
app.listen(4000);
