const http = require('http');
const { WebSocketServer } = require('ws');

const server = http.createServer();
// expect: websocket-server
const chat = new WebSocketServer({ server });

chat.on('connection', (socket) => {
  socket.on('message', (text) => socket.send(String(text)));
});

server.listen(process.env.PORT || 3000);
