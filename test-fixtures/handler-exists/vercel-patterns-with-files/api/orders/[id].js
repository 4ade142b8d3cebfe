module.exports = (request, response) => response.json({ id: request.query.id });
