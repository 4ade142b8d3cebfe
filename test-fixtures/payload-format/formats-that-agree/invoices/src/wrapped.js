const express = require('express');
const serverless = require('serverless-http');

const app = express();
app.get('/invoices', (request, response) => response.json({ path: request.path, method: request.httpMethod }));
exports.handler = serverless(app);
