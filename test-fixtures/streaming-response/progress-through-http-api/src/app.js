const express = require('express');
const serverless = require('serverless-http');
const progress = require('./progress');

const app = express();
app.use('/orders', progress);
module.exports.handler = serverless(app);
