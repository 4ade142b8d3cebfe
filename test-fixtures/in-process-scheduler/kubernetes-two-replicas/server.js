const cron = require('node-cron');
const { sendReminders } = require('./reminders');

cron.schedule('0 7 * * *', sendReminders); // expect: in-process-scheduler
