const express = require('express');

const app = express();
app.get('/patients', (req, res) => res.json([]));

app.listen(3000); // expect: keepalive-order
