import { Controller, Get, Res } from '@nestjs/common';
import { Metrics } from '@lianban/platform';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/access.js';
import { Answers } from '../openapi/answers.js';

@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @Public()
  @Answers('Metrics', 'Prometheus metrics', 'text/plain')
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.type(this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}
