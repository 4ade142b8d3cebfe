exports.handler = async (event) => {
  if (event.httpMethod === 'POST') { // expect: payload-format
    return { statusCode: 201 };
  }
  return { statusCode: 200, body: event.path }; // expect: payload-format
};
