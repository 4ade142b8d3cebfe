export const maxDuration = 60;

export async function GET() {
  return Response.json({});
}
