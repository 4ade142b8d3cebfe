exports.handler = awslambda.streamifyResponse(async (event, out) => {
  const http = require('node:http');
  const probe = new http.ServerResponse({});
  probe.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  out.end('data: 10\n\n');
});
