const { WebSocketServer } = require('ws');

const rooms = new WebSocketServer({ noServer: true });

exports.handler = async () => ({
  statusCode: 200,
  body: JSON.stringify({ connected: rooms.clients.size }),
});
