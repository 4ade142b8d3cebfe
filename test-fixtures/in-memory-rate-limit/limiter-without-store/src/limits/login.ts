import { rateLimit as limit } from 'express-rate-limit';

// expect: in-memory-rate-limit
export const limiter = limit({ windowMs: 15 * 60 * 1000, limit: 5 });
