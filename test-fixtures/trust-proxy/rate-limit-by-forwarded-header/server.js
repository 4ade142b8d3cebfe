const express = require('express');
const { rateLimit } = require('express-rate-limit');
const store = require('./store');

const app = express();
app.use((req, res, next) => {
  Object.defineProperty(req, 'ip', { value: req.headers['x-forwarded-for'] });
  next();
});
app.use('/login', rateLimit({ windowMs: 60_000, limit: 5, store }));
app.post('/login', (req, res) => res.sendStatus(204));

app.listen(process.env.PORT || 3000);
