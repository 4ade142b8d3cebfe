const express = require('express');

const app = express();
app.get('/export', async (req, res) => {
  await new Promise((done) => setTimeout(done, 300_000)); // expect: long-running
  res.end();
});
app.get('/wait', async (req, res) => {
  await new Promise((done) => setTimeout(done, 100_000));
  res.end();
});
app.listen(process.env.PORT);
