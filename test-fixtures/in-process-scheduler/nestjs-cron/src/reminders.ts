import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';

@Injectable()
export class Reminders {
  // expect: in-process-scheduler
  @Cron(CronExpression.EVERY_DAY_AT_8AM)
  async remind() {
    await fetch('https://reminders.example.com', { method: 'POST' });
  }
}
