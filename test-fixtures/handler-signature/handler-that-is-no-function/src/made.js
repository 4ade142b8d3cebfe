const { wrap } = require('./wrap');
const handlers = { prod: async () => ({ statusCode: 200 }) };
class Orders {
  async list() {
    return { statusCode: 200 };
  }
}
const orders = new Orders();
exports.handler = wrap(async () => ({ statusCode: 200 }));
exports.chosen = handlers[process.env.STAGE];
exports.bound = orders.list.bind(orders);
