const { EventEmitter } = require('node:events');
const fs = require('node:fs');
const express = require('express');
const serverless = require('serverless-http');
const Redis = require('ioredis');
const winston = require('winston');

const logger = winston.createLogger({ transports: [new winston.transports.Console()] });
const redis = new Redis(process.env.REDIS_URL);
redis.on('error', (error) => logger.error(error));
const bus = new EventEmitter();
bus.on('order', (order) => logger.info(order.id));

async function audit(message) {
  logger.info(message);
}

const app = express();
app.get('/orders', (request, response) => {
  audit('orders were listed');
  bus.emit('order', { id: 1 });
  response.on('finish', () => logger.info('sent'));
  fs.createReadStream('orders.json').pipe(response);
});
app.get('/orders/:id', async (request, response) => {
  const chunks = [];
  const stream = fs.createReadStream('orders.json');
  stream.on('data', (chunk) => chunks.push(chunk));
  await new Promise((resolve, reject) => {
    stream.on('end', resolve);
    stream.on('error', reject);
  });
  const waited = await new Promise((resolve) => setTimeout(resolve, 50));
  response.send(Buffer.concat(chunks));
});
app.get('/stock', (request, response) => {
  redis.get('stock', (error, stock) => {
    response.json({ stock });
  });
});
module.exports.handler = serverless(app);
