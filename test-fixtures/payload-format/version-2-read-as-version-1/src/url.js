exports.handler = async ({ httpMethod }) => ({ statusCode: 200, body: httpMethod }); // expect: payload-format
