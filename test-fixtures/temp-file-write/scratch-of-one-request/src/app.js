const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const express = require('express');
const serverless = require('serverless-http');

const app = express();

function render(id, page) {
  const file = `/tmp/previews/${id}.html`;
  fs.writeFileSync(file, page);
  const size = fs.readFileSync(file).length;
  fs.unlinkSync(file);
  return size;
}

app.post('/sizes', (request, response) => {
  response.json(render(request.body.id, request.body.page));
});

app.get('/previews/:id', async (request, response) => {
  const file = path.join(os.tmpdir(), 'preview.html');
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, await (await fetch('https://pages.example.com')).text());
  }
  response.sendFile(file);
});

app.get('/terms', (request, response) => {
  response.send(fs.readFileSync('/opt/terms.html'));
});

module.exports.handler = serverless(app);
