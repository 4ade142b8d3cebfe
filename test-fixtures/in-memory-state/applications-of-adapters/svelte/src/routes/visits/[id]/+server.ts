import { json } from '@sveltejs/kit';

const visits = new Map<string, string>(); // expect: in-memory-state

export const GET = ({ params }) => json(visits.get(params.id));

export const POST = async ({ params, request }) => {
  visits.set(params.id, await request.text());
  return new Response(null, { status: 204 });
};
