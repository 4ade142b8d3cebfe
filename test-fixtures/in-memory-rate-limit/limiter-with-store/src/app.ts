import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { RedisStore } from 'rate-limit-redis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { createClient } from 'redis';
import serverless from 'serverless-http';

const client = createClient({ url: process.env.REDIS_URL });
const perPatient = new RateLimiterRedis({ storeClient: client, points: 5, duration: 60 });
const store = new RedisStore({ sendCommand: (...args: string[]) => client.sendCommand(args) });
const options = { windowMs: 15 * 60 * 1000, limit: 5, store };

const app = express();
app.post('/login', rateLimit(options), async (request, response) => {
  await perPatient.consume(request.body.patient);
  response.sendStatus(204);
});
if (process.env.IS_OFFLINE) {
  app.use(rateLimit({ limit: 1000 }));
}
export const handler = serverless(app);
