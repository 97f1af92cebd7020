import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { AppException, type AppError } from '@lianban/kernel';
import { languageOf, Metrics, problemOf, type Logger } from '@lianban/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf, hasContext } from './request-context.js';
import { refusalOfTransport } from './transport-refusals.js';

/** The only place where a failure becomes an answer: RFC 9457, a stable code, never a stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {}

  catch(failure: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(failure, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(failure: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = this.refusalOf(failure, request);
    const correlationId = hasContext(request) ? contextOf(request).correlationId : undefined;
    const problem = problemOf(
      error,
      languageOf(request.headers['accept-language']),
      correlationId === undefined ? undefined : `urn:lianban:request:${correlationId}`,
    );
    this.metrics.refusals.inc({ code: error.code });
    if (reply.raw.headersSent) return;
    if (problem.status === 429) reply.header('retry-after', '900');
    if (problem.status === 503) reply.header('retry-after', '2');
    void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
  }

  private refusalOf(failure: unknown, request: FastifyRequest): AppError {
    if (failure instanceof AppException) {
      if (failure.error.kind === 'defect') this.report(failure, request);
      return failure.error;
    }
    const transport = refusalOfTransport(
      failure,
      failure instanceof HttpException ? failure.getStatus() : undefined,
    );
    if (transport !== undefined) {
      if (transport.kind === 'unavailable') this.report(failure, request);
      return transport;
    }
    this.report(failure, request);
    return { kind: 'defect', code: 'API.DEFECT', message: 'Something went wrong.' };
  }

  private report(failure: unknown, request: FastifyRequest): void {
    const correlationId = hasContext(request) ? contextOf(request).correlationId : undefined;
    this.logger.error({ err: failure, correlationId, route: request.routeOptions.url }, 'request failed');
  }
}
