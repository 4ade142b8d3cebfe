const { ship } = require('./shipping');

exports.handler = async (event) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 1000);
  await ship(JSON.parse(event.body), controller.signal);
  clearTimeout(timer);
  return { statusCode: 202 };
};

exports.legacy = (event, context, callback) => {
  ship(JSON.parse(event.body))
    .then(() => callback(null, { statusCode: 202 }))
    .catch(callback);
};
