const http = require('node:http');
const { Server } = require('socket.io');

const server = http.createServer();
const io = new Server(server); // expect: websocket-server
io.on('connection', (socket) => {
  socket.on('order', (order) => socket.emit('accepted', order.id));
});
server.listen(3000);
