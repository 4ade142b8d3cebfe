let tracing;
try {
  tracing = require('dd-trace');
} catch {
  tracing = undefined;
}
const express = require('express');

const app = express();
app.get('/', (req, res) => res.send('ok'));
app.listen(3000);
