exports.orders = async () => ({ statusCode: 200, body: '[]' }); // expect: handler-signature
