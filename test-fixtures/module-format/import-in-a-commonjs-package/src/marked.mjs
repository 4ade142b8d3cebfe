import { price } from './price.mjs';

export const handler = async () => ({ statusCode: 200, body: price('') });
