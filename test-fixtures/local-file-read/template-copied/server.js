const express = require('express');
const fs = require('node:fs');
const path = require('node:path');

const welcome = fs.readFileSync(path.join(__dirname, 'mails/welcome.html'), 'utf8');

const app = express();
app.get('/welcome', (req, res) => res.send(welcome));
app.listen(3000);
