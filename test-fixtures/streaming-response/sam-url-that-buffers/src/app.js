const { Hono } = require('hono');
const { streamHandle } = require('hono/aws-lambda');
const { streamSSE } = require('hono/streaming');

const app = new Hono();

app.get('/answers', (c) =>
  streamSSE(c, async (stream) => { // expect: streaming-response
    await stream.writeSSE({ data: 'hello' });
  }),
);

exports.handler = streamHandle(app);
