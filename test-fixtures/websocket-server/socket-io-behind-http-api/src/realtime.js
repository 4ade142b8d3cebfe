const http = require('http');
const { Server } = require('socket.io');

exports.openRealtime = function openRealtime(app) {
  const io = new Server(http.createServer(app)); // expect: websocket-server
  io.on('connection', (socket) => socket.emit('hello'));
};
