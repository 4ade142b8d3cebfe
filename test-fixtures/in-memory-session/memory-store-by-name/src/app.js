const express = require('express');
const session = require('express-session');
const MemoryStore = require('memorystore')(session);
const serverless = require('serverless-http');

const app = express();
// expect: in-memory-session
app.use('/shop', session({ secret: process.env.SECRET, store: new session.MemoryStore() }));
// expect: in-memory-session
app.use('/admin', session({ secret: process.env.SECRET, store: new MemoryStore({ checkPeriod: 86400000 }) }));
module.exports = { handler: serverless(app) };
