const express = require('express');
const session = require('express-session');
const serverless = require('serverless-http');

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET, resave: false })); // expect: in-memory-session
app.get('/cart', (req, res) => res.json(req.session.cart));

exports.handler = serverless(app);
