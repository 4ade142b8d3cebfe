const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const express = require('express');
const serverless = require('serverless-http');

const app = express();

app.post('/previews', (request, response) => {
  fs.writeFileSync(`/tmp/previews/${request.body.id}.html`, request.body.page); // expect: temp-file-write
  fs.writeFileSync(path.join(os.tmpdir(), 'last.json'), JSON.stringify(request.body)); // expect: temp-file-write
  response.sendStatus(201);
});

app.get('/previews/:id', (request, response) => {
  response.sendFile(`/tmp/previews/${request.params.id}.html`);
});

app.get('/last', (request, response) => {
  response.json(JSON.parse(fs.readFileSync(path.join(os.tmpdir(), 'last.json'), 'utf8')));
});

module.exports.handler = serverless(app);
