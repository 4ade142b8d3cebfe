import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app.module';

let app: any;

export default async function handler(request: unknown, response: unknown) {
  if (!app) {
    app = await NestFactory.create(AppModule);
    await app.init();
  }
  app.getHttpAdapter().getInstance()(request, response);
}
