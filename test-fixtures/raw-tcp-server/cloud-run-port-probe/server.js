const express = require('express');
const net = require('net');

const freePort = (port) =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.listen(port, () => probe.close(() => resolve(port)));
    probe.on('error', () => freePort(port + 1).then(resolve, reject));
  });

const app = express();
app.get('/readings', (req, res) => res.json([]));

freePort(Number(process.env.PORT || 8080)).then((port) => app.listen(port));
