const express = require('express');

const app = express();
app.get('/patients', (req, res) => res.json([]));

const server = app.listen(3000);
server.keepAliveTimeout = 65 * 1000;
