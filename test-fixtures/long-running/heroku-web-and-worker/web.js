import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import express from 'express';

const app = express();
app.get('/reports/:id', async (req, res) => {
  await pause(45_000); // expect: long-running
  res.json({ id: req.params.id });
});
app.get('/prices', async (req, res) => {
  const answer = await axios.get('https://prices.example.org', { timeout: 10_000 });
  res.json(answer.data);
});
app.listen(process.env.PORT); // expect: keepalive-order
