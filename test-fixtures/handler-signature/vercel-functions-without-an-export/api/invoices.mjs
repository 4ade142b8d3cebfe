export async function issue(request) {
  return Response.json({ issued: true });
}
