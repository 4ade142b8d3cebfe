export default async function handler(request, response) {
  response.json([]);
}
