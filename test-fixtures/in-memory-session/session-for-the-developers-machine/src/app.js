const Koa = require('koa');
const session = require('koa-session');
const generic = require('koa-generic-session');
const serverless = require('serverless-http');

const app = new Koa();
app.keys = [process.env.COOKIE_KEY];
app.use(session({ maxAge: 86400000 }, app));
if (process.env.IS_OFFLINE === 'true') {
  app.use(generic());
}
exports.handler = serverless(app);
