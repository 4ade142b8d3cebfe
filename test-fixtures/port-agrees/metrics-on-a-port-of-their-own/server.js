const express = require('express');
const http = require('http');

const app = express();
app.get('/carts', (req, res) => res.json([]));
app.listen(3000);

http.createServer((req, res) => res.end('up 1\n')).listen(9100);
