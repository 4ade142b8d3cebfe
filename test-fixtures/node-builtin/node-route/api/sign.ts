import { createHmac } from 'node:crypto';
import jwt from 'jsonwebtoken';

export default async function handler(request: Request) {
  const mac = createHmac('sha256', 'key').update(await request.text()).digest('hex');
  return new Response(jwt.sign({ mac }, 'key'));
}
