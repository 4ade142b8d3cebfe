import Piscina from 'piscina';

export const config = { runtime: 'edge' };

const pool = new Piscina({ filename: 'resize.js' }); // expect: worker-threads

export default async function handler(request: Request) {
  return Response.json(await pool.run(await request.json()));
}
