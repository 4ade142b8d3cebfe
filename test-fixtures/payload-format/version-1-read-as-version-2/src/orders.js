exports.handler = async (event) => {
  const { method } = event.requestContext.http; // expect: payload-format
  return { statusCode: method === 'POST' ? 201 : 200, body: event.rawPath }; // expect: payload-format
};
