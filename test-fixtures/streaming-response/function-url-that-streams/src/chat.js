import { streamText } from 'ai';

export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  const out = awslambda.HttpResponseStream.from(responseStream, {
    statusCode: 200,
    headers: { 'Content-Type': 'text/event-stream' },
  });
  const answer = streamText({ prompt: event.body });
  answer.pipeTextStreamToResponse(out);
});
