// The platform looks for a default export here.
exports.list = (request, response) => response.json([]);
