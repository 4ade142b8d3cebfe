const net = require('net');
const { Server, ServerCredentials } = require('@grpc/grpc-js');
const dgram = require('dgram');

const readings = net.createServer((socket) => socket.pipe(socket));
// expect: listen-socket
readings.listen(7000);

const udp = dgram.createSocket('udp4');
// expect: listen-socket
udp.bind(7001);

const rpc = new Server();
// expect: listen-socket
rpc.bindAsync('0.0.0.0:50051', ServerCredentials.createInsecure(), () => {});

exports.handler = async () => ({ statusCode: 200 });
