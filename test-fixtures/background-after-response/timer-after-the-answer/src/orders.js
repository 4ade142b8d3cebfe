const { ship } = require('./shipping');

exports.handler = async (event) => {
  const order = JSON.parse(event.body);
  // expect: background-after-response
  setTimeout(() => ship(order), 1000);
  return { statusCode: 202 };
};
