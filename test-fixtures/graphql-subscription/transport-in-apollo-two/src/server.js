const express = require('express');
const http = require('http');
const serverless = require('serverless-http');
const { ApolloServer } = require('apollo-server-express');

const app = express();
const apollo = new ApolloServer({ typeDefs: 'type Query { order: String }' });
apollo.applyMiddleware({ app });
// expect: graphql-subscription
apollo.installSubscriptionHandlers(http.createServer(app));

module.exports.handler = serverless(app);
