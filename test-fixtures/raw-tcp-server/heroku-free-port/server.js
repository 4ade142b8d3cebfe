const express = require('express');
const net = require('net');

// Asks the system whether a port is taken: the server is closed again before anybody could connect.
function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

const app = express();
app.get('/', (request, response) => response.send('open'));

const wanted = Number(process.env.PORT || 3000);
isFree(wanted).then((free) => {
  if (!free) throw new Error(`port ${wanted} is taken`);
  app.listen(wanted);
});
