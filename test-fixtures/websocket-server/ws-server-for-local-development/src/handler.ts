import express from 'express';
import serverless from 'serverless-http';
import { WebSocketServer } from 'ws';

const app = express();
app.get('/appointments', (_request, response) => {
  response.json([]);
});

if (process.env.IS_OFFLINE) {
  new WebSocketServer({ port: 8090 });
}

if (!process.env.AWS_LAMBDA_FUNCTION_NAME) {
  new WebSocketServer({ server: app.listen(3000) });
}

export const main = serverless(app);
