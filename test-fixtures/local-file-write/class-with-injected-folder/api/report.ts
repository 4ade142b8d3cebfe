import { Reports } from '../src/reports.js';

const reports = new Reports('./reports');

export async function POST(request: Request) {
  await reports.save('today', await request.text());
  return Response.json({ saved: true });
}
