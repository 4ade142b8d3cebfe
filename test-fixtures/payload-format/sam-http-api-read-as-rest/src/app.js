exports.handler = async (event) => {
  if (event.httpMethod !== 'GET') { // expect: payload-format
    return { statusCode: 405 };
  }
  return { statusCode: 200, body: '[]' };
};
