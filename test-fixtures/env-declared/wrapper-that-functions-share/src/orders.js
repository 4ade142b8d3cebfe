const { wrap } = require('./wrap');
const { put } = require('./table');

module.exports.handler = wrap((event) => put(process.env.ORDERS_TABLE, JSON.parse(event.body)));
