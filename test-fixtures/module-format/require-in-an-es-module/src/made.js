import { createRequire } from 'node:module';
import { price } from './price.js';

const require = createRequire(import.meta.url);
const prices = require('./prices.json');

export const handler = async () => ({ statusCode: 200, body: price(prices.first) });
