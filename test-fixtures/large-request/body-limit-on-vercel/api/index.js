const express = require('express');

const app = express();
// expect: large-request
app.use(express.json({ limit: '5mb' }));
app.use(express.text({ limit: '4mb' }));
app.post('/api/orders', (request, response) => response.json(request.body));
module.exports = app;
