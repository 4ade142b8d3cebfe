import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';

const app = express();
app.get('/reports/:id', async (req, res) => {
  await pause(45_000);
  res.json({ id: req.params.id });
});
app.listen(process.env.PORT);
