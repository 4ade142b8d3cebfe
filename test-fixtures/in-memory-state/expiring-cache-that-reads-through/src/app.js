const express = require('express');
const { LRUCache } = require('lru-cache');
const serverless = require('serverless-http');

const prices = new LRUCache({ max: 500, ttl: 60000 });

async function price(item) {
  if (prices.has(item)) {
    return prices.get(item);
  }
  const answer = await fetch(`https://prices.example.com/${item}`);
  const value = await answer.json();
  prices.set(item, value);
  return value;
}

const app = express();
app.get('/prices/:item', async (request, response) => response.json(await price(request.params.item)));
app.get('/baskets/:item', async (request, response) => response.json({ total: await price(request.params.item) }));
module.exports.handler = serverless(app);
