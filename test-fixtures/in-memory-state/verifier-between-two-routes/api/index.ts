import express from 'express';
import { callback } from '../src/callback.js';
import { login } from '../src/login.js';

const app = express();
app.get('/api/login', login);
app.get('/api/callback', callback);
export default app;
