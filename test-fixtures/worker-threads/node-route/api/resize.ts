import Piscina from 'piscina';

const pool = new Piscina({ filename: 'resize.js' });

export default async function handler(request: Request) {
  return Response.json(await pool.run(await request.json()));
}
