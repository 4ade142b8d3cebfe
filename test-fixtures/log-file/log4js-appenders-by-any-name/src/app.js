const log4js = require('log4js');

// expect: log-file
log4js.configure({
  appenders: { console: { type: 'console' }, orders: { type: 'dateFile', filename: 'logs/orders.log' } },
  categories: { default: { appenders: ['console', 'orders'], level: 'info' } },
});

exports.handler = async () => ({ statusCode: 200 });
