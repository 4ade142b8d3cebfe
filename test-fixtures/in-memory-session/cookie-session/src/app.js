const express = require('express');
const session = require('cookie-session');
const serverless = require('serverless-http');

const app = express();
app.use(session({ keys: [process.env.SESSION_SECRET] }));
app.get('/cart', (req, res) => res.json(req.session.cart));

exports.handler = serverless(app);
