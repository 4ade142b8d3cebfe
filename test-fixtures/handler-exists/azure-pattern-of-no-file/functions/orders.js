const { app } = require('@azure/functions');

app.http('orders', { handler: async () => ({ jsonBody: [] }) });
