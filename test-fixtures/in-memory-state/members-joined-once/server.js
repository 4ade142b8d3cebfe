const express = require('express');

const app = express();
let members = []; // expect: in-memory-state

app.post('/clubs/:club/members', express.json(), (request, response) => {
  const { name } = request.body;
  if (!members.some((member) => member.name === name)) {
    members.push({ name, club: request.params.club });
  }
  response.sendStatus(204);
});

app.get('/clubs/:club/members', (request, response) => {
  response.json(members.filter((member) => member.club === request.params.club));
});

module.exports = app;
