import { waitUntil } from '@vercel/functions';
import { notify } from '../src/notify.js';

export async function POST(request: Request) {
  const order = await request.json();
  waitUntil(notify(order));
  return Response.json({ accepted: true });
}
