export const handler = awslambda.streamifyResponse(async (event, stream) => {
  stream.write('thinking');
  stream.end();
});
