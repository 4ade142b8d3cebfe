exports.listOrders = async () => ({ statusCode: 200, body: '[]' });
