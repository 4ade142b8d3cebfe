const { createClient } = require('redis');
const express = require('express');

const redis = createClient({ socket: { host: 'redis', port: Number(process.env.REDIS_PORT || 6379) } });
const app = express();
app.get('/', async (req, res) => res.send(await redis.get('visits')));
redis.connect().then(() => app.listen(3000));
