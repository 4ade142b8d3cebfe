import { Controller, Get, Sse } from '@nestjs/common';
import { interval, map } from 'rxjs';

@Controller('beds')
export class BedsController {
  @Get()
  all() {
    return [];
  }

  // expect: streaming-response
  @Sse('changes')
  changes() {
    return interval(1000).pipe(map(() => ({ data: 'free' })));
  }
}
