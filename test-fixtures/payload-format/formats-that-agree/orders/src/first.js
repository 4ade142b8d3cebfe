exports.handler = async (event) => ({ statusCode: 200, body: event.httpMethod + event.path });
