const net = require('node:net');

const server = net.createServer((socket) => socket.on('data', (reading) => console.log(reading)));
server.listen(process.env.PORT); // expect: raw-tcp-server
