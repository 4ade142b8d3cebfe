import http from 'node:http';
import type { Express } from 'express';
import { Server } from 'socket.io';

export function openRealtime(app: Express) {
  const io = new Server(http.createServer(app));
  io.on('connection', (socket) => socket.emit('hello'));
}
