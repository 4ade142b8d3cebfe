const net = require('net');
const { Server, ServerCredentials } = require('@grpc/grpc-js');
const dgram = require('dgram');

const readings = net.createServer((socket) => socket.pipe(socket));
// expect: raw-tcp-server
readings.listen(7000);

const udp = dgram.createSocket('udp4');
// expect: udp-server
udp.bind(7001);

const rpc = new Server();
// expect: grpc-server
rpc.bindAsync('0.0.0.0:50051', ServerCredentials.createInsecure(), () => {});

exports.handler = async () => ({ statusCode: 200 });
