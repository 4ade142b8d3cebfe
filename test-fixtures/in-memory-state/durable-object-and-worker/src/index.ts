import { DurableObject } from 'cloudflare:workers';

export class Room extends DurableObject {
  private members = new Map<string, string>();

  async fetch(request: Request): Promise<Response> {
    const { id, name } = await request.json<{ id: string; name: string }>();
    if (request.method === 'POST') {
      this.members.set(id, name);
    }
    return Response.json(this.members.get(id) ?? null);
  }
}

const seen = new Map<string, string>(); // expect: in-memory-state

export default {
  async fetch(request: Request, env: { ROOM: DurableObjectNamespace }): Promise<Response> {
    const url = new URL(request.url);
    if (request.method === 'POST') {
      seen.set(url.pathname, await request.text());
      return new Response('kept');
    }
    return new Response(seen.get(url.pathname) ?? 'nobody');
  },
};
