const { find } = require('../shared/invoices');

exports.handler = async () => ({ statusCode: 200, body: JSON.stringify(await find()) });
