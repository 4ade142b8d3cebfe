const { ApiGatewayManagementApiClient, PostToConnectionCommand } = require('@aws-sdk/client-apigatewaymanagementapi');

const client = new ApiGatewayManagementApiClient({ endpoint: process.env.CONNECTIONS_URL });

exports.handler = async (event) => {
  const { connectionId, routeKey } = event.requestContext;
  if (routeKey === '$default') {
    await client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: event.body }));
  }
  return { statusCode: 200 };
};
