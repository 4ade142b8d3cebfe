import { default as expressSession } from 'express-session';
import { options } from './options.js';

// expect: in-memory-session
export const sessions = expressSession({ ...options, resave: false });
