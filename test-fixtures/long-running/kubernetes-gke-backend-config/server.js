const express = require('express');

const app = express();
app.get('/export', async (req, res) => {
  await new Promise((done) => setTimeout(done, 90_000));
  res.send('done');
});
app.listen(3000); // expect: keepalive-order
