import { Cron } from 'croner';
import fastify from 'fastify';

new Cron('0 * * * *', () => fetch('https://tides.example.org/pull')); // expect: in-process-scheduler
fastify().listen({ port: 8080, host: '0.0.0.0' });
