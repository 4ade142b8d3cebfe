import type { APIGatewayProxyEvent } from 'aws-lambda';

export const handler = async (event: APIGatewayProxyEvent) => {
  const { sub } = event.requestContext.authorizer!.claims; // expect: payload-format
  return { statusCode: 200, body: sub };
};
