exports.create = async () => ({ statusCode: 201 });
