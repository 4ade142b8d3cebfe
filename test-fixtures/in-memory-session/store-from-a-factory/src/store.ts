import { RedisStore } from 'connect-redis';
import { createClient } from 'redis';

export function makeStore() {
  const client = createClient({ url: process.env.REDIS_URL });
  client.connect().catch(console.error);
  return new RedisStore({ client });
}

export const withStore = (options: { secret: string }) => ({ ...options, store: makeStore() });
