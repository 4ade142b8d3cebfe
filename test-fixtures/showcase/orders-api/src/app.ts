import express from 'express';
import session from 'express-session';
import serverless from 'serverless-http';
import { openRealtime } from '@/realtime';
import { orders } from '@/orders';
import { uploads } from '@/uploads';
import { admin } from '@/admin';

export const app = express();
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));
app.use('/orders', orders);
app.use('/uploads', uploads);
app.use('/admin', admin);
openRealtime(app);

// On a developer's machine the app listens; on Lambda this line is not reached.
if (!process.env.AWS_LAMBDA_FUNCTION_NAME) {
  app.listen(3000);
}

export const handler = serverless(app);
