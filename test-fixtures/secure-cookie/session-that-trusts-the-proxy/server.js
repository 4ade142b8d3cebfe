const express = require('express');
const session = require('express-session');
const { RedisStore } = require('connect-redis');
const { createClient } = require('redis');

const client = createClient({ url: process.env.REDIS_URL });
const app = express();

app.set('trust proxy', 1);
app.use(session({ store: new RedisStore({ client }), secret: process.env.SECRET, cookie: { secure: true } }));
app.get('/cart', (req, res) => res.json(req.session.cart ?? []));

app.listen(process.env.PORT || 3000);
