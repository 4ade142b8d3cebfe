const { WebSocketServer } = require('ws');

const feed = new WebSocketServer({ noServer: true });

module.exports = (request, response) => {
  feed.handleUpgrade(request, request.socket, Buffer.alloc(0), (client) => client.send('hello'));
};
