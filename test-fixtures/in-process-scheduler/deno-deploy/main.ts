import { refresh } from './rates.ts';

Deno.cron('refresh', '0 * * * *', refresh);
setInterval(refresh, 60_000); // expect: in-process-scheduler

Deno.serve(async (request) => new Response(await refresh()));
