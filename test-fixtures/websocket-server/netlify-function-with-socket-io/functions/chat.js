const express = require('express');
const http = require('http');
const serverless = require('serverless-http');
const { Server } = require('socket.io');

const app = express();
const io = new Server(http.createServer(app)); // expect: websocket-server
io.on('connection', (socket) => socket.emit('hello'));
app.get('/rooms', (req, res) => res.json([]));

module.exports.handler = serverless(app);
