exports.create = (event, context, callback) => {
  callback(null, { statusCode: 201 }); // expect: handler-signature
};

function cancel(event, context, done) {
  if (!event.pathParameters) {
    return done(null, { statusCode: 400 }); // expect: handler-signature
  }
  return done(null, { statusCode: 204 });
}
exports.cancel = cancel;

exports.asynchronous = async (event) => ({ statusCode: 200, body: event.body });

// Three parameters of an old template, the last never used.
exports.ignored = async (event, context, callback) => ({ statusCode: 200 });
