exports.handler = async (event) => {
  const file = JSON.parse(event.body);
  return { statusCode: 200, body: file.path };
};
