const http = require('node:http');
const { Server } = require('socket.io');
const { createAdapter } = require('@socket.io/redis-adapter');
const { createClient } = require('redis');

const server = http.createServer();
const io = new Server(server); // expect: websocket-server
const redis = createClient({ url: process.env.REDIS_URL });
io.adapter(createAdapter(redis, redis.duplicate()));
io.on('connection', (socket) => socket.join('ward'));
server.listen(process.env.PORT);
