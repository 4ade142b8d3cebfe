const express = require('express');

const app = express();
app.get('/api/app', (request, response) => response.json({}));
app.listen(3000);
