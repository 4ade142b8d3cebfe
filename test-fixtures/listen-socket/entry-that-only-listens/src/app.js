const express = require('express');

module.exports = function createApp() {
  const app = express();
  app.get('/orders', (request, response) => response.json([]));
  return app;
};
