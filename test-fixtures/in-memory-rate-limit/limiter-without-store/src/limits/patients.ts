import * as limits from 'rate-limiter-flexible';

// expect: in-memory-rate-limit
export const perPatient = new limits.RateLimiterMemory({ points: 5, duration: 60 });
