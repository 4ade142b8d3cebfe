exports.create = async () => ({ statusCode: 201, body: process.env.CERTIFICATE });
exports.list = async () => ({ statusCode: 200, body: process.env.CERTIFICATE });
