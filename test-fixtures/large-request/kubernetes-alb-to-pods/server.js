const express = require('express');

const app = express();
app.use(express.json({ limit: '20mb' }));
app.post('/scans', (req, res) => res.json({ pages: req.body.pages.length }));
app.listen(3000); // expect: keepalive-order
