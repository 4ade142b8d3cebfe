import { call } from './call';

export default {
  async fetch(request: Request, env: unknown, ctx: ExecutionContext): Promise<Response> {
    ctx.waitUntil(fetch('https://stats.example/visit'));
    await call<string>('https://stock.example/take');
    fetch('https://mail.example/send', { method: 'POST', body: await request.text() }); // expect: background-after-response
    return new Response('ordered');
  },
};
