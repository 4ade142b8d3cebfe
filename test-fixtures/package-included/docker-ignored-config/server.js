const express = require('express');
const settings = require('./config/settings'); // expect: package-included

const app = express();
app.get('/hours', (req, res) => res.json(settings.hours));
app.listen(3000);
