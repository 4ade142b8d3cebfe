const express = require('express');

const app = express();
app.get('/orders', (req, res) => res.json([]));
// expect: privileged-port
app.listen(80);
