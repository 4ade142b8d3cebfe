const express = require('express');
const { setUser, orders } = require('../src/orders');

const app = express();
app.use((request, response, next) => {
  setUser(request.headers['x-user']);
  next();
});
app.get('/api/orders', async (request, response) => response.json(await orders()));
module.exports = app;
