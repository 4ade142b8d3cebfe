exports.handler = async (event) => {
  if (event.httpMethod !== 'GET') {
    return { statusCode: 405 };
  }
  return { statusCode: 200, body: '[]' };
};
