import express from 'express';
import session from 'express-session';
import serverless from 'serverless-http';
import { makeStore, withStore } from './store.js';

const app = express();
app.use('/shop', session({ secret: process.env.SESSION_SECRET!, store: makeStore() }));
app.use('/admin', session(withStore({ secret: process.env.SESSION_SECRET! })));
export const handler = serverless(app);
