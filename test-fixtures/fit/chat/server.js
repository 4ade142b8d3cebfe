const express = require('express');
const multer = require('multer');
const http = require('http');
const { Server } = require('socket.io');

const app = express();
const server = http.createServer(app);
const io = new Server(server);

app.post('/pictures', multer({ dest: 'uploads/' }).single('picture'), (req, res) => {
  io.emit('picture', req.file.filename);
  res.sendStatus(201);
});

server.listen(process.env.PORT || 4000);
