exports.issue = async () => ({ statusCode: 201 });
