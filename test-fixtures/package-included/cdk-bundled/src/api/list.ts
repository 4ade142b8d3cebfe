import { all } from '../store/products';

export const handler = async () => ({ statusCode: 200, body: JSON.stringify(all()) });
