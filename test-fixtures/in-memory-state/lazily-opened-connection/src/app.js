const express = require('express');
const serverless = require('serverless-http');
const { MongoClient } = require('mongodb');

const app = express();
let client;

async function orders() {
  if (!client) {
    client = await new MongoClient(process.env.MONGODB_URI).connect();
  }
  return client.db('shop').collection('orders');
}

app.post('/orders', async (req, res) => {
  await (await orders()).insertOne(req.body);
  res.sendStatus(201);
});
app.get('/orders', async (req, res) => res.json(await (await orders()).find().toArray()));

exports.handler = serverless(app);
