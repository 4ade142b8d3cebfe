import { waitUntil } from '@vercel/functions';

const carts = new Map<string, string[]>();

async function record(visit: string) {
  await fetch('https://metrics.example.com/visits', { method: 'POST', body: visit });
}

export async function POST(request: Request) {
  const { cart, item } = await request.json();
  carts.set(cart, [...(carts.get(cart) ?? []), item]);
  // Vercel keeps the instance until this promise is done.
  waitUntil(record(cart));
  return Response.json({ ok: true });
}

export async function GET(request: Request) {
  const cart = new URL(request.url).searchParams.get('cart') ?? '';
  return Response.json(carts.get(cart) ?? []);
}
