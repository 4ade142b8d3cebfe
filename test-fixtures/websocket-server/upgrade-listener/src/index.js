const http = require('node:http');
const serverless = require('serverless-http');
const app = require('./app');
const { accept } = require('./orders-feed');

const server = http.createServer(app);
// expect: websocket-server
server.on('upgrade', (request, socket) => accept(request, socket));
exports.handler = serverless(app);
