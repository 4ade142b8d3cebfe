const express = require('express');
const cron = require('node-cron');
const { remindAll } = require('./reminders');

cron.schedule('0 8 * * *', () => remindAll()); // expect: in-process-scheduler

const app = express();
app.get('/health', (req, res) => res.sendStatus(204));
app.listen(process.env.PORT);
