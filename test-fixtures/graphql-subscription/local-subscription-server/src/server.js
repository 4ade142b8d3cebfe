const express = require('express');
const serverless = require('serverless-http');
const { SubscriptionServer } = require('subscriptions-transport-ws');

const app = express();

if (require.main === module) {
  const server = app.listen(4000);
  SubscriptionServer.create({ schema: {} }, { server, path: '/graphql' });
}

exports.handler = serverless(app);
