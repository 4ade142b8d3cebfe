const middy = require('@middy/core');

const list = async () => ({ statusCode: 200, body: 'ok' });
exports.handler = middy(list);
