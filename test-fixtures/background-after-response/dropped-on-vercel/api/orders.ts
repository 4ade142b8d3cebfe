import { notify } from '../src/notify.js';

export async function POST(request: Request) {
  const order = await request.json();
  // expect: background-after-response
  notify(order);
  return Response.json({ accepted: true });
}
