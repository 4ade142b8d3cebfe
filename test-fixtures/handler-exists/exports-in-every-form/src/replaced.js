const create = async () => ({ statusCode: 201 });
module.exports = { create };
