const path = require('path');
const express = require('express');
const serverless = require('serverless-http');

const app = express();
app.get('/prices', (req, res) => res.sendFile(path.join(__dirname, 'prices.csv')));

module.exports.handler = serverless(app);
