import cookieSession from 'cookie-session';
import express from 'express';
import jwt from 'jsonwebtoken';
import serverless from 'serverless-http';
import { v4 as uuidv4 } from 'uuid';
import { JWT_SECRET } from './secret.js';

const app = express();
// expect: per-process-secret
app.use(cookieSession({ name: 'session', secret: uuidv4() }));
app.post('/login', (request, response) => {
  // expect: per-process-secret
  response.json({ token: jwt.sign({ sub: request.body.user }, JWT_SECRET) });
});
export const handler = serverless(app);
