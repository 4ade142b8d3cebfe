const express = require('express');
const app = (module.exports = express());
app.get('/orders', (request, response) => response.json([]));
