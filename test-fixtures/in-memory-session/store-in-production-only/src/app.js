const express = require('express');
const session = require('express-session');
const DynamoStore = require('connect-dynamodb')(session);
const serverless = require('serverless-http');

const app = express();
if (process.env.NODE_ENV === 'production') {
  app.use(session({ secret: process.env.SECRET, store: new DynamoStore() }));
} else {
  app.use(session({ secret: 'local' }));
}
module.exports.handler = serverless(app);
