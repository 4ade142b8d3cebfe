import awsLambdaFastify from '@fastify/aws-lambda';
import Fastify from 'fastify';
import net from 'node:net';

export const app = Fastify();
app.get('/orders', async () => []);

if (process.argv[1] === import.meta.filename) {
  await app.listen({ port: 3000 });
}

if (process.env.IS_OFFLINE) {
  net.createServer((socket) => socket.end()).listen(9000);
}

export const handler = awsLambdaFastify(app);
