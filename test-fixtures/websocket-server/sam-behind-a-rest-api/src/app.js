const { WebSocketServer } = require('ws');

const server = new WebSocketServer({ port: 8080 }); // expect: websocket-server
server.on('connection', (socket) => socket.send('hello'));

exports.handler = async () => ({ statusCode: 200 });
