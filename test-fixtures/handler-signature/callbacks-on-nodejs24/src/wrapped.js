const serverless = require('serverless-http');
const express = require('express');

const app = express();
app.get('/orders', (request, response) => response.json([]));
exports.handler = serverless(app);
