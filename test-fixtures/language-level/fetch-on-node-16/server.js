const express = require('express');

const app = express();
app.get('/rates', async (req, res) => {
  const rates = await fetch('https://rates.example.com/today'); // expect: language-level
  res.json(await rates.json());
});
app.listen(3000);
