const express = require('express');
const session = require('express-session');

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false })); // expect: in-memory-session
app.post('/cart/:sku', (req, res) => {
  req.session.cart = [...(req.session.cart || []), req.params.sku];
  res.json(req.session.cart);
});
app.get('/healthz', (req, res) => res.send('ok'));
app.listen(3000);
