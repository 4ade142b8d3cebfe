const { wrap } = require('./wrap');
const { list } = require('./table');

module.exports.handler = wrap(() => list(process.env.INVOICES_TABLE));
