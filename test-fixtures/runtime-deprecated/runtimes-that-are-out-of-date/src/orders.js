exports.create = async () => ({ statusCode: 201 });
exports.report = async () => ({ statusCode: 200 });
