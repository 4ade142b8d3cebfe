const crypto = require('crypto');
const express = require('express');
const session = require('express-session');
const RedisStore = require('connect-redis').default;
const serverless = require('serverless-http');

const app = express();
// expect: per-process-secret
app.use(session({ store: new RedisStore({}), secret: process.env.SHOP_SECRET || crypto.randomUUID() }));
module.exports.handler = serverless(app);
