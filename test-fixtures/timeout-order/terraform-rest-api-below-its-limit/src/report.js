exports.handler = async (event) => {
  return { statusCode: 200, body: JSON.stringify({ clinic: event.pathParameters.clinic }) };
};
