const fastify = require('fastify')({ logger: true });

fastify.get('/orders', async () => []);

// expect: bind-address
fastify.listen({ port: 3000 });
