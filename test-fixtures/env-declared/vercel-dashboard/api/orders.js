module.exports = (request, response) => response.json({ key: process.env.PAYMENT_API_KEY });
