const http = require('http');

const server = http.createServer((req, res) => res.end('ok'));
server.keepAliveTimeout = Number(process.env.KEEP_ALIVE_MS);
server.listen(process.env.PORT);
