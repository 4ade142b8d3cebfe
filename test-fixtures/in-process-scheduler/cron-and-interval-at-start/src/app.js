const express = require('express');
const serverless = require('serverless-http');
require('./jobs');

const app = express();
app.get('/orders', (request, response) => response.json([]));
module.exports.handler = serverless(app);
