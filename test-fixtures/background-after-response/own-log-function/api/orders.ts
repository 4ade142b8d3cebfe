import { log } from '../src/log.js';
import { save } from '../src/orders.js';

export async function POST(request: Request) {
  const order = await request.json();
  log({ message: 'an order came in' });
  await save(order);
  return Response.json({ accepted: true });
}
