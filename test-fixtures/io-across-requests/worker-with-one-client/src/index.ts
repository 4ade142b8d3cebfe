import { env } from 'cloudflare:workers';
import postgres from 'postgres';

const sql = postgres(env.DB.connectionString); // expect: io-across-requests

export default {
  fetch: async () => Response.json(await sql`select name from clinics`),
};
