import { app, HttpRequest, InvocationContext } from '@azure/functions';

app.http('reports', {
  methods: ['POST'],
  handler: async (request: HttpRequest, context: InvocationContext) => {
    await new Promise((done) => setTimeout(done, 300_000)); // expect: long-running
    return { jsonBody: [] };
  },
});

app.storageQueue('nightly', {
  queueName: 'reports',
  handler: async (message: unknown, context: InvocationContext) => {
    await new Promise((done) => setTimeout(done, 300_000));
  },
});
