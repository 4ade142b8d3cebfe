const Koa = require('koa');
const Router = require('@koa/router');
const serverless = require('serverless-http');
const baskets = require('./baskets');

const app = new Koa();
const router = new Router();
router.put('/baskets/:id', (ctx) => {
  baskets.put(ctx.params.id, ctx.request.body);
  ctx.status = 204;
});
router.get('/baskets/:id', (ctx) => {
  ctx.body = baskets.get(ctx.params.id);
});
app.use(router.routes());
module.exports.handler = serverless(app);
