import { Module } from '@nestjs/common';
import { ChatGateway } from './chat.gateway';
import { RoomsController } from './rooms.controller';

@Module({ controllers: [RoomsController], providers: [ChatGateway] })
export class AppModule {}
