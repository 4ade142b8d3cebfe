const express = require('express');

const app = express();
app.get('/orders', (req, res) => res.json([]));
// expect: port-agrees, keepalive-order
app.listen(3000);
