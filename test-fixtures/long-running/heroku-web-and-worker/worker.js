import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'bullmq';

new Worker('reports', async () => {
  await pause(90_000);
});
