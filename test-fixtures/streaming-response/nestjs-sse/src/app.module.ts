import { Module } from '@nestjs/common';
import { BedsController } from './beds.controller';

@Module({ controllers: [BedsController] })
export class AppModule {}
