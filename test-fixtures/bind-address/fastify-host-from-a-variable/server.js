const fastify = require('fastify')({ logger: true });

fastify.get('/orders', async () => []);

// expect: bind-address
fastify.listen({ port: 3000, host: process.env.HOST || '127.0.0.1' });
