import { onRequest } from 'firebase-functions/v2/https';
import { onSchedule } from 'firebase-functions/v2/scheduler';
export { reports } from './reports';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

export const quick = onRequest({ timeoutSeconds: 30, memory: '512MiB' }, async (request, response) => {
  await new Promise((done) => setTimeout(done, 45_000)); // expect: long-running
  response.send('late');
});

export const nightly = onSchedule({ schedule: '0 3 * * *', timeoutSeconds: 540 }, async () => {
  await new Promise((done) => setTimeout(done, 300_000));
});
