const express = require('express');
const http = require('http');

const app = express();
app.get('/orders', (req, res) => res.json([]));
app.listen(3000);

// For the operator alone, through docker exec.
http.createServer((req, res) => res.end(JSON.stringify(process.memoryUsage()))).listen(9229, '127.0.0.1');
