export async function POST() {
  await fetch('https://orders.example.com/carts/expired', { method: 'DELETE' });
  return Response.json({ ok: true });
}
