import { ApolloServer } from '@apollo/server';
import { handlers, startServerAndCreateLambdaHandler } from '@as-integrations/aws-lambda';
import { createClient } from 'graphql-ws';

const typeDefs = `
  type Query { order(id: ID!): String }
  type Subscription { orderPaid(id: ID!): String }
`;
export const feed = createClient({ url: 'wss://feed.example.com/graphql' });
const server = new ApolloServer({ typeDefs, resolvers: { Query: { order: () => 'paid' } } });

export const handler = startServerAndCreateLambdaHandler(
  server,
  handlers.createAPIGatewayProxyEventV2RequestHandler(),
);
