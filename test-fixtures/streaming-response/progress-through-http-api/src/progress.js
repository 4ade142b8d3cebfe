const { Router } = require('express');

const router = Router();
const HEADERS = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' };

router.get('/:id/progress', (request, response) => {
  // expect: streaming-response
  response.writeHead(200, HEADERS);
  response.write('data: 10\n\n');
});

router.get('/:id', (request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.json({ id: request.params.id });
});

module.exports = router;
