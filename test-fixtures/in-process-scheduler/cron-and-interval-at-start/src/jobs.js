const cron = require('node-cron');
const { CronJob } = require('cron');
const { scheduleJob: plan } = require('node-schedule');
const sendReports = require('./reports');

// expect: in-process-scheduler
cron.schedule('0 3 * * *', () => sendReports());
// expect: in-process-scheduler
new CronJob('0 4 * * *', sendReports).start();
// expect: in-process-scheduler
plan('0 5 * * *', sendReports);
// expect: in-process-scheduler
setInterval(sendReports, 24 * 60 * 60 * 1000);
