export { create } from './renamed.mjs';
