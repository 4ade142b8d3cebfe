export { limiter as loginLimiter } from './login.js';
export * from './patients.js';
