exports.run = async () => ({ statusCode: 201 });
