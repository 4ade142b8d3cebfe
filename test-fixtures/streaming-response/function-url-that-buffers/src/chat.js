import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { streamSSE as events } from 'hono/streaming';
import * as ai from 'ai';

const app = new Hono();
// expect: streaming-response
app.get('/progress', (c) => events(c, async (stream) => stream.writeSSE({ data: '10' })));
app.post('/chat', async (c) => {
  const answer = ai.streamText({ prompt: await c.req.text() });
  // expect: streaming-response
  return answer.toTextStreamResponse();
});

export const handler = handle(app);
