import express from 'express';
import { createServer } from 'node:http';
import serverless from 'serverless-http';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { schema } from './schema.js';

const app = express();
const server = createServer(app);
// expect: websocket-server
const sockets = new WebSocketServer({ server, path: '/graphql' });
// expect: graphql-subscription
useServer({ schema }, sockets);

export const handler = serverless(app);
