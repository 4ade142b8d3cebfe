const express = require('express');

const app = express();
const drafts = new Map(); // expect: in-memory-state
app.use(express.json());
app.put('/drafts/:id', (req, res) => {
  drafts.set(req.params.id, req.body);
  res.sendStatus(204);
});
app.get('/drafts/:id', (req, res) => {
  res.json(drafts.get(req.params.id));
});
app.listen(3000);
