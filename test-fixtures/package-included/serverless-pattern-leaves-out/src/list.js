const { find } = require('../shared/invoices'); // expect: package-included

exports.handler = async () => ({ statusCode: 200, body: JSON.stringify(await find()) });
