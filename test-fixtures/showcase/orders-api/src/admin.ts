import { Router } from 'express';
import session from 'express-session';
import { sharedStore } from './sessions';

export const admin = Router();

// The same middleware with a store that all environments share.
admin.use(session({ secret: process.env.SESSION_SECRET!, store: sharedStore() }));
admin.get('/', (request, response) => response.json({ ok: true }));
