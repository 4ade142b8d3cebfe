import { price } from './price';

export const create = async (event: { body: string }) => ({ statusCode: 201, body: price(event.body) });
