require('dotenv').config();

exports.create = async () => ({ statusCode: 201, body: process.env.WEBHOOK_URL });
