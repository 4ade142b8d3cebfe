const express = require('express');
const session = require('cookie-session');

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET }));
app.get('/cart', (req, res) => res.json(req.session.cart));
app.listen(process.env.PORT);
