import { readFileSync } from 'node:fs'; // expect: node-builtin
import { createHmac } from 'crypto'; // expect: node-builtin
import type { IncomingMessage } from 'node:http';

const page = readFileSync('page.html');

export default {
  async fetch(request: Request, env: { KEY: string }): Promise<Response> {
    return new Response(createHmac('sha256', env.KEY).update(await request.text()).digest('hex'));
  },
};
