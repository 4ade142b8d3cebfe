import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';

@Module({
  imports: [
    // expect: graphql-subscription
    GraphQLModule.forRoot({
      autoSchemaFile: true,
      subscriptions: { 'graphql-ws': true },
    }),
  ],
})
export class AppModule {}
