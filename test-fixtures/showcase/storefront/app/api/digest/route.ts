export async function GET() {
  await fetch('https://orders.example.com/digest', { method: 'POST' });
  return Response.json({ ok: true });
}
