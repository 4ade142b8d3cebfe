const crypto = require('node:crypto');
const express = require('express');
const jwt = require('jsonwebtoken');

const secret = crypto.randomBytes(32).toString('hex');
const app = express();
app.post('/login', (req, res) => res.json({ token: jwt.sign({ sub: 'guest' }, secret) }));
app.get('/me', (req, res) => res.json(jwt.verify(req.get('authorization'), secret)));
app.listen(3000);
