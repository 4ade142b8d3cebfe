import { price } from './price';
const { randomUUID } = require('node:crypto');

export const create = async (event) => ({ statusCode: 201, body: randomUUID() + price(event.body) });
