const { RedisStore } = require('rate-limit-redis');
const { createClient } = require('redis');

const client = createClient({ url: process.env.REDIS_URL });

module.exports = new RedisStore({ sendCommand: (...args) => client.sendCommand(args) });
