const express = require('express');
const net = require('net');

const readings = net.createServer((socket) => {
  socket.on('data', (line) => console.log(String(line)));
});
// expect: raw-tcp-server
readings.listen(9000);

const app = express();
app.get('/healthz', (req, res) => res.send('ok'));
app.listen(process.env.PORT || 8080);
