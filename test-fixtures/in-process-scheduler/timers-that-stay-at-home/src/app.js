const express = require('express');
const serverless = require('serverless-http');
const cron = require('node-cron');
const { Agenda } = require('agenda');
const PgBoss = require('pg-boss');
const { Queue } = require('bullmq');

const cache = new Map();
setInterval(() => cache.clear(), 60000).unref();
setInterval(() => console.log('cached', cache.size), 60000);

const agenda = new Agenda({ db: { address: process.env.MONGO_URL } });
const boss = new PgBoss(process.env.DATABASE_URL);
const reports = new Queue('reports');
if (require.main === module) {
  cron.schedule('0 3 * * *', () => fetch('https://reports.example.com'));
}
if (process.env.IS_OFFLINE) cron.schedule('0 3 * * *', () => fetch('https://reports.example.com'));

const app = express();
app.get('/orders', async (request, response) => {
  await agenda.every('1 day', 'report');
  await boss.schedule('report', '0 3 * * *');
  await reports.add('report', {}, { repeat: { pattern: '0 3 * * *' } });
  const beat = setInterval(() => response.write(' '), 1000);
  clearInterval(beat);
  response.json(cron.validate('0 3 * * *'));
});
module.exports.handler = serverless(app);
