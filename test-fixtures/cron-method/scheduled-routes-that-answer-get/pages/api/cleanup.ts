export default async function handler(request, response) {
  if (request.method !== 'GET' && request.method !== 'POST') {
    return response.status(405).end();
  }
  return response.status(200).json({ removed: 3 });
}
