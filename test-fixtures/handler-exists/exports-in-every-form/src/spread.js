module.exports = { ...require('./assigned'), remove: async () => ({ statusCode: 204 }) };
