// expect: module-format
import { price } from './price.mjs';

export const create = async (event) => ({ statusCode: 201, body: price(event.body) });
