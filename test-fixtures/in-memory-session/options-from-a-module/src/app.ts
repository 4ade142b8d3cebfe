import express, { type Application } from 'express';
import serverless from 'serverless-http';
import { sessions } from './sessions.js';

class Shop {
  readonly app: Application = express();

  constructor() {
    this.app.use(sessions);
    this.app.get('/basket', (request, response) => {
      response.json((request.session as any).basket ?? []);
    });
  }
}

export const handler = serverless(new Shop().app);
