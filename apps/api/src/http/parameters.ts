import {
  Body,
  createParamDecorator,
  Param,
  Query,
  type ExecutionContext,
  type PipeTransform,
} from '@nestjs/common';
import type { Actor } from '@lianban/domain';
import { denied } from '@lianban/kernel';
import type { CurrentSession } from '@lianban/application';
import type { FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import { idempotencyKeyOf } from './idempotency-key.js';
import { contextOf } from './request-context.js';
import { ZodPipe } from './zod.pipe.js';

/** The three doors of input. Each takes a schema, refuses unknown fields, and tells OpenAPI of the schema. */
export const BodyOf = (schema: ZodType): ParameterDecorator =>
  Body(new ZodPipe(schema, 'body') as PipeTransform);
export const QueryOf = (schema: ZodType): ParameterDecorator =>
  Query(new ZodPipe(schema, 'query') as PipeTransform);
export const PathOf = (schema: ZodType): ParameterDecorator =>
  Param(new ZodPipe(schema, 'path') as PipeTransform);

const requestOf = (context: ExecutionContext): FastifyRequest =>
  context.switchToHttp().getRequest<FastifyRequest>();

/** The person who acts; handed explicitly to every command and query. */
export const ActingPerson = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = contextOf(requestOf(context));
  if (actor === undefined) throw denied('AUTH.NO_SESSION', 'Please sign in first.');
  return actor;
});

export const OpenSession = createParamDecorator((_: unknown, context: ExecutionContext): CurrentSession => {
  const { session } = contextOf(requestOf(context));
  if (session === undefined) throw denied('AUTH.NO_SESSION', 'Please sign in first.');
  return session;
});

/** The guard has checked that it is there; see `idempotency-key.ts`. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  idempotencyKeyOf(requestOf(context)),
);
