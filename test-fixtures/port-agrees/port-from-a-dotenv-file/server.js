require('dotenv').config();
const express = require('express');

// The .env of whoever builds the image may set PORT.
const PORT = process.env.PORT || 3000;
const app = express();

app.get('/orders', (req, res) => res.json([]));

app.listen(PORT);
