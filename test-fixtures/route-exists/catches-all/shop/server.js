const express = require('express');

const app = express();
app.get('/orders', (req, res) => res.json([]));
app.get('/orders/:id', (req, res) => res.json({}));
app.get('/*rest', (req, res) => res.status(200).send('ok'));
app.listen(3000);
