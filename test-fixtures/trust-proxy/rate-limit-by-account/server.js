const express = require('express');
const { rateLimit } = require('express-rate-limit');
const store = require('./store');

const app = express();
app.use('/login', rateLimit({ windowMs: 60_000, limit: 5, store, keyGenerator: (req) => req.user.id }));
app.post('/login', (req, res) => res.sendStatus(204));

app.listen(process.env.PORT || 3000);
