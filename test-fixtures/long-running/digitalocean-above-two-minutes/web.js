import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';

const app = express();
app.get('/reports/:id', async (req, res) => {
  await pause(150_000); // expect: long-running
  res.json({ id: req.params.id });
});
app.get('/summaries/:id', async (req, res) => {
  await pause(60_000);
  res.json({ id: req.params.id });
});
app.listen(process.env.PORT);
