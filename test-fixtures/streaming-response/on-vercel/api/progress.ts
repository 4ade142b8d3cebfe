import type { VercelRequest, VercelResponse } from '@vercel/node';

export default function handler(_request: VercelRequest, response: VercelResponse) {
  response.setHeader('Content-Type', 'text/event-stream');
  response.write('data: 10\n\n');
  response.end();
}
