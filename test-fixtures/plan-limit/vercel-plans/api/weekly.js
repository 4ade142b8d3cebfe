module.exports = (request, response) => response.json({});
