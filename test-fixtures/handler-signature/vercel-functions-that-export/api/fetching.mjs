export async function fetch(request) {
  return Response.json({ url: request.url });
}
