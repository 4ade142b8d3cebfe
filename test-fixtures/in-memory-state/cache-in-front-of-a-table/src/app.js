const express = require('express');
const serverless = require('serverless-http');
const axios = require('axios');

const app = express();
const rates = new Map();

async function rate(currency) {
  if (!rates.has(currency)) {
    const { data } = await axios.get(`https://rates.example.com/${currency}`);
    rates.set(currency, data);
  }
  return rates.get(currency);
}

app.get('/rates/:currency', async (req, res) => res.json(await rate(req.params.currency)));
app.get('/convert/:currency', async (req, res) => res.json((await rate(req.params.currency)).usd));

exports.handler = serverless(app);
