import { Injectable, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { ZodType } from 'zod';
import { accessKey, type Access } from '../http/access.js';
import { ZodPipe } from '../http/zod.pipe.js';
import { answerKey, type AnswerDeclaration } from './answers.js';

/** A route as its decorators declare it: the one source of the guard, the pipe and OpenAPI. */
export interface DeclaredRoute {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly access: Access | undefined;
  readonly answer: AnswerDeclaration | undefined;
  readonly schemas: Readonly<Partial<Record<'body' | 'query' | 'path', ZodType>>>;
}

/** Nest's own metadata keys. */
const nest = {
  path: 'path',
  method: 'method',
  status: '__httpCode__',
  parameters: '__routeArguments__',
} as const;

@Injectable()
export class DeclaredRoutes {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  all(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, object | undefined>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        return handler !== undefined && Reflect.hasMetadata(nest.path, handler)
          ? [this.routeOf(metatype, name, handler)]
          : [];
      });
    });
  }

  private routeOf(controller: object & { name: string }, name: string, handler: object): DeclaredRoute {
    const read = (key: string): unknown =>
      Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
    const parts = [
      Reflect.getMetadata(nest.path, controller),
      Reflect.getMetadata(nest.path, handler),
    ] as string[];
    const path = `/${parts
      .map((part) => part.replaceAll(/^\/+|\/+$/g, ''))
      .filter((part) => part !== '')
      .join('/')}`;
    const method =
      RequestMethod[(Reflect.getMetadata(nest.method, handler) as number | undefined) ?? 0] ?? 'GET';
    return {
      name: `${controller.name.replace(/Controller$/, '')}.${name}`,
      method,
      path,
      status: (Reflect.getMetadata(nest.status, handler) as number | undefined) ?? 200,
      access: read(accessKey) as Access | undefined,
      answer: read(answerKey) as AnswerDeclaration | undefined,
      schemas: schemasOf(Reflect.getMetadata(nest.parameters, controller, name)),
    };
  }
}

/** The pipes given to the parameter decorators carry the schemas. */
function schemasOf(parameters: unknown): DeclaredRoute['schemas'] {
  const list = Object.values((parameters ?? {}) as Record<string, { readonly pipes?: readonly unknown[] }>);
  const pipes = list.flatMap((parameter) => parameter.pipes ?? []).filter((pipe) => pipe instanceof ZodPipe);
  return Object.fromEntries(pipes.map((pipe) => [pipe.door, pipe.schema]));
}
