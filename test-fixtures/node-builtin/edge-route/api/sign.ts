// expect: node-builtin
import { createHmac } from 'node:crypto';
// expect: node-builtin
import jwt from 'jsonwebtoken';
import type { IncomingMessage } from 'http';
import { AsyncLocalStorage } from 'node:async_hooks';

export const config = { runtime: 'edge' };

const storage = new AsyncLocalStorage<string>();

export default async function handler(request: Request) {
  const headers: IncomingMessage['headers'] = {};
  const mac = createHmac('sha256', 'key').update(await request.text()).digest('hex');
  return storage.run(mac, () => new Response(jwt.sign({ mac, headers }, 'key')));
}
