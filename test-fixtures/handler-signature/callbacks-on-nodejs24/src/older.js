exports.create = (event, context, callback) => {
  callback(null, { statusCode: 201 });
};
