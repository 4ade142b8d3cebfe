const dgram = require('node:dgram');

const socket = dgram.createSocket('udp4');
socket.on('message', (line) => console.log(String(line)));
socket.bind(5140); // expect: udp-server

module.exports.handler = async () => ({ statusCode: 200 });
