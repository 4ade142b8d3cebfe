import type { NextApiRequest, NextApiResponse } from 'next';

export default async function handler(request: NextApiRequest, response: NextApiResponse) {
  switch (request.method) {
    case 'POST':
      response.status(200).json({ removed: 3 });
      break;
    default:
      response.status(405).json({ error: 'Method not allowed' });
  }
}
