const cron = require('node-cron');

module.exports.start = (send) => {
  cron.schedule('0 8 * * *', () => send('Rent is due.')); // expect: in-process-scheduler
};
