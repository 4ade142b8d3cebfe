export const maxDuration = 3600; // expect: plan-limit

export async function GET() {
  return Response.json({});
}
