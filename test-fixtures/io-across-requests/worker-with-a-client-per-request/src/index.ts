import { Client } from 'pg';
import { neon } from '@neondatabase/serverless';

export default {
  async fetch(request: Request, env: { DB: { connectionString: string }; NEON: string }, ctx: ExecutionContext) {
    const client = new Client({ connectionString: env.DB.connectionString });
    await client.connect();
    const found = await client.query('select name from clinics');
    ctx.waitUntil(client.end());
    return Response.json([found.rows, await neon(env.NEON)`select 1`]);
  },
};
