const express = require('express');
const session = require('express-session');
const serverless = require('serverless-http');
const { store } = require('./store');

const app = express();
app.use(session({ store, secret: process.env.SESSION_SECRET, resave: false }));
app.get('/cart', (req, res) => res.json(req.session.cart));

exports.handler = serverless(app);
