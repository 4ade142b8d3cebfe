const express = require('express');
const session = require('express-session');

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET, resave: false })); // expect: in-memory-session
app.get('/cart', (req, res) => res.json(req.session.cart));
app.listen(process.env.PORT); // expect: keepalive-order
