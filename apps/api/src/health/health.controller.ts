import { Controller, Get, HttpCode } from '@nestjs/common';
import { unavailable } from '@lianban/kernel';
import { Public } from '../http/access.js';
import { Answers } from '../openapi/answers.js';
import { Readiness, type ReadinessReport } from './readiness.js';

@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @HttpCode(200)
  @Public()
  @Answers('Liveness', 'The process answers')
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  /** PostgreSQL decides: without it nothing works. Redis and Temporal are reported, clerks work on without them. */
  @Get('ready')
  @Public()
  @Answers('Readiness', 'The process can do its work')
  async ready(): Promise<ReadinessReport> {
    const report = await this.readiness.check();
    if (report.postgres !== 'up')
      throw unavailable('API.UNAVAILABLE', 'PostgreSQL is away.', { details: { ...report } });
    return report;
  }
}
