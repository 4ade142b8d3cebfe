const { Server: RoomServer } = require('ws');

// expect: websocket-server
const rooms = new RoomServer({ noServer: true });

exports.handler = async (event) => {
  if (event.rawPath === '/upgrade') {
    rooms.handleUpgrade(event.request, event.socket, Buffer.alloc(0), () => {});
  }
  const { Server } = await import('socket.io');
  // expect: websocket-server
  const io = new Server();
  return { statusCode: 200, body: String(io.engine !== undefined) };
};
