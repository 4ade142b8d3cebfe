import { createHmac } from 'node:crypto';
import bcrypt from 'bcrypt'; // expect: node-builtin

export default {
  fetch: async (request: Request) =>
    Response.json([createHmac('sha256', 'k').digest('hex'), await bcrypt.hash(await request.text(), 10)]),
};
