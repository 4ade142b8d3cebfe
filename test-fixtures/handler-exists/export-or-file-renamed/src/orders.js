module.exports.create = async (event) => ({ statusCode: 201, body: event.body });
module.exports.cancelOrder = async () => ({ statusCode: 204 });
module.exports.refundorder = async () => ({ statusCode: 204 });
module.exports.list = async () => ({ statusCode: 200, body: '[]' });
