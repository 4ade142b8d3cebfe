export * from './renamed.mjs';
