exports.create = async () => ({ statusCode: 200 });
