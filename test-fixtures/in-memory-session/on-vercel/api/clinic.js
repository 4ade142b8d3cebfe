import Fastify from 'fastify';
import fastifySession from '@fastify/session';

const app = Fastify();
// expect: in-memory-session
app.register(fastifySession, { secret: process.env.SESSION_SECRET });

export default async function handler(request, response) {
  await app.ready();
  app.server.emit('request', request, response);
}
