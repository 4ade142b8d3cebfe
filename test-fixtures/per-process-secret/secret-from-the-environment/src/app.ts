import crypto from 'node:crypto';
import express from 'express';
import jwt from 'jsonwebtoken';
import serverless from 'serverless-http';
import { v4 } from 'uuid';

const JWT_SECRET = process.env.JWT_SECRET || crypto.randomBytes(32).toString('hex');
const INSTANCE = v4();

const app = express();
app.post('/login', (request, response) => {
  const nonce = crypto.randomBytes(16).toString('hex');
  const once = crypto.createHmac('sha256', nonce).update(request.body.user).digest('hex');
  response.json({ instance: INSTANCE, once, token: jwt.sign({ sub: request.body.user, jti: v4() }, JWT_SECRET) });
});
export const handler = serverless(app);
