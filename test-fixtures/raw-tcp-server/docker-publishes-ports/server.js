const net = require('node:net');
const dgram = require('node:dgram');
const { Server, ServerCredentials } = require('@grpc/grpc-js');

net.createServer((socket) => socket.pipe(socket)).listen(7000);
dgram.createSocket('udp4').bind(7001);
new Server().bindAsync('0.0.0.0:50051', ServerCredentials.createInsecure(), () => {});
