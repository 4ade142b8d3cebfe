const http = require('http');

const server = http.createServer((req, res) => res.end('ok'));
server.keepAliveTimeout = 61_000; // expect: keepalive-order
server.listen(process.env.PORT);
