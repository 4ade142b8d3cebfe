const express = require('express');
const cookieSession = require('cookie-session');
const { getIronSession } = require('iron-session');
const jwt = require('jsonwebtoken');

const app = express();
app.use(cookieSession({ name: 'session', keys: [process.env.COOKIE_KEY] }));
app.get('/api/me', async (request, response) => {
  const session = await getIronSession(request, response, { password: process.env.PASSWORD, cookieName: 'me' });
  session.user = jwt.verify(request.headers.authorization, process.env.JWT_SECRET);
  await session.save();
  response.json(session.user);
});
module.exports = app;
