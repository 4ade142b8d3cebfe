import { NestFactory } from '@nestjs/core';
import serverless from 'serverless-http';
import { AppModule } from './app.module';

let cached: any;

export const handler = async (event: any, context: any) => {
  if (!cached) {
    const app = await NestFactory.create(AppModule);
    await app.init();
    cached = serverless(app.getHttpAdapter().getInstance());
  }
  return cached(event, context);
};
