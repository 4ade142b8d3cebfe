const express = require('express');
const session = require('express-session');

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }));

app.post('/login', (req, res) => {
  req.session.user = req.body.user;
  res.redirect('/');
});

app.listen(process.env.PORT || 3000); // expect: keepalive-order
