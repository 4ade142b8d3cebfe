export async function POST() {
  return GET();
}

export async function GET() {
  return Response.json({ sent: true });
}
