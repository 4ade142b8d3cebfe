export { default } from './invoices.mjs';
export const config = { maxDuration: 10 };
