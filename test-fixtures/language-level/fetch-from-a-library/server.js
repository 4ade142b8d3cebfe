const express = require('express');
const fetch = require('node-fetch');

const app = express();
app.get('/rates', async (req, res) => {
  const rates = await fetch('https://rates.example.com/today');
  res.json(await rates.json());
});
app.listen(3000);
