const net = require('net');
const tls = require('node:tls');
const dgram = require('dgram');
const grpc = require('@grpc/grpc-js');

const client = new grpc.Client('meters.example.com:50051', grpc.credentials.createSsl());
const udp = dgram.createSocket('udp4');

exports.handler = async (event) => {
  const socket = net.connect(7000, 'meters.example.com');
  const secure = tls.connect(7443, 'meters.example.com');
  udp.send(Buffer.from(event.meter), 7001, 'meters.example.com');
  await new Promise((resolve) => socket.once('close', resolve));
  secure.destroy();
  client.close();
  return { statusCode: 200 };
};
