import { createHmac } from 'crypto';

export default {
  async fetch(request: Request, env: { KEY: string }): Promise<Response> {
    return new Response(createHmac('sha256', env.KEY).update(await request.text()).digest('hex'));
  },
};
