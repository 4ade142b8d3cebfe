const { randomUUID } = require('node:crypto'); // expect: module-format
import { price } from './price'; // expect: module-format

export const create = async (event) => ({ statusCode: 201, body: randomUUID() + price(event.body) });
