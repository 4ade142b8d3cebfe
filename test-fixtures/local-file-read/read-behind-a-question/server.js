const express = require('express');
const fs = require('node:fs');
const path = require('node:path');

const file = path.join(__dirname, 'mails/welcome.html');
const welcome = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : 'Welcome';

const app = express();
app.get('/welcome', (req, res) => res.send(welcome));
app.listen(3000);
