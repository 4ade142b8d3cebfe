import { writeFile } from 'node:fs/promises';
import type { Config, Context } from '@netlify/functions';

export default async (request: Request, context: Context) => {
  const body = Buffer.from(await request.arrayBuffer());
  await writeFile('/tmp/scan.pdf', body);
  await writeFile('./attachments/scan.pdf', body); // expect: local-file-write
  return new Response('kept');
};

export const config: Config = { path: '/api/attach' };
