import type { Actor } from '@lianban/domain';
import type { FastifyRequest } from 'fastify';
import type { CurrentSession } from '@lianban/application';

/** What the edge knows of one request. Kept on the request under one symbol: no header can reach it. */
export interface RequestContext {
  correlationId: string;
  startedAt: bigint;
  session?: CurrentSession;
  actor?: Actor;
}

const key = Symbol('lianban.request');
type Carrier = FastifyRequest & { [key]?: RequestContext };

export const contextOf = (request: FastifyRequest): RequestContext => {
  const context = (request as Carrier)[key];
  if (context === undefined)
    throw new Error('the request has no context: the hook that opens it did not run');
  return context;
};

export const hasContext = (request: FastifyRequest): boolean => (request as Carrier)[key] !== undefined;

export const openContext = (request: FastifyRequest, context: RequestContext): void => {
  (request as Carrier)[key] = context;
};
