exports.default = (request, response) => response.json({});
