const { Server } = require('socket.io');

module.exports = (request, response) => {
  if (!response.socket.server.io) {
    response.socket.server.io = new Server(response.socket.server, { transports: ['websocket'] });
  }
  response.end();
};
