const express = require('express');
const reminders = require('./reminders');

const app = express();
reminders.start(console.log);
app.get('/', (req, res) => res.send('ok'));
app.listen(3000);
