export default async function handler(request, response) {
  if (request.headers.authorization !== `Bearer ${process.env.CRON_SECRET}`) {
    return response.status(401).end();
  }
  return response.status(200).json({ removed: 3 });
}
