const net = require('node:net');

// expect: raw-tcp-server
const server = net.createServer((socket) => socket.end()).listen(7000);

module.exports = (request, response) => response.end(String(server.listening));
