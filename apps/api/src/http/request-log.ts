import { correlationIdOf, type Logger, type Metrics } from '@lianban/platform';
import type { FastifyInstance } from 'fastify';
import { setSecurityHeaders } from '../web/web-pages.js';
import { contextOf, hasContext, openContext } from './request-context.js';

/** One id, one log line and one measurement a request. The route's pattern is logged, never its values. */
export function useRequestLog(app: FastifyInstance, logger: Logger, metrics: Metrics): void {
  app.addHook('onRequest', async (request, reply) => {
    const correlationId = correlationIdOf(request.headers['x-correlation-id']);
    openContext(request, { correlationId, startedAt: process.hrtime.bigint() });
    reply.header('x-correlation-id', correlationId);
    setSecurityHeaders(reply);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    if (!hasContext(request)) return;
    const { correlationId, startedAt } = contextOf(request);
    const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
    const route = request.routeOptions.url ?? 'unknown';
    metrics.requests.observe({ method: request.method, route, status: reply.statusCode }, seconds);
    const line = {
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(seconds * 1000),
      correlationId,
    };
    if (reply.statusCode >= 500) logger.warn(line, 'answered');
    else logger.debug(line, 'answered');
  });
}
