const { Server } = require('socket.io');

module.exports = (request, response) => {
  if (!response.socket.server.io) {
    // expect: websocket-server
    response.socket.server.io = new Server(response.socket.server, { path: '/api/socket' });
  }
  response.end();
};
