module.exports.wrap = (handler) => async (event) => {
  console.log(event.requestContext.requestId);
  return { statusCode: 200, body: JSON.stringify(await handler(event)) };
};
