const express = require('express');
const cron = require('node-cron');
const { sendReminders } = require('./reminders');

const app = express();
app.get('/healthz', (req, res) => res.send('ok'));

// expect: in-process-scheduler
cron.schedule('0 8 * * *', () => sendReminders(new Date()));

app.listen(process.env.PORT || 8080);
