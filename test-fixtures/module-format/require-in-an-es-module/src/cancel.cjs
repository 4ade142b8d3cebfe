const { randomUUID } = require('node:crypto');

exports.handler = async () => ({ statusCode: 200, body: randomUUID() });
