import * as ws from 'ws';

export function openWaitingRoom(port: number) {
  // expect: websocket-server
  const server = new ws.WebSocketServer({ port });
  server.on('connection', (patient) => patient.send('please wait'));
  return server;
}
