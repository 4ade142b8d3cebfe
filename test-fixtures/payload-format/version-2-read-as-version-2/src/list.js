exports.handler = async (event) => ({ statusCode: 200, body: event.requestContext.http.method + event.rawPath });
