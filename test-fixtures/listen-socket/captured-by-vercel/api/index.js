const express = require('express');

const app = express();
app.get('/api/orders', (request, response) => response.json([]));
app.listen(3000);
