const middy = require('@middy/core');
const jsonBodyParser = require('@middy/http-json-body-parser');
module.exports.create = middy(async (event) => ({ statusCode: 201, body: event.body })).use(jsonBodyParser());
