const http = require('node:http');

const server = http.createServer((req, res) => req.on('data', (reading) => console.log(reading)).on('end', () => res.end()));
server.listen(process.env.PORT); // expect: keepalive-order
