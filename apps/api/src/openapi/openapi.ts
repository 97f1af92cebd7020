import { Injectable } from '@nestjs/common';
import { z, type ZodType } from 'zod';
import { DeclaredRoutes, type DeclaredRoute } from './declared-routes.js';

type Json = Readonly<Record<string, unknown>>;
export type OpenApiDocument = Json;

/** OpenAPI 3.1 from the declarations of the routes and the schemas that judge their input. */
@Injectable()
export class OpenApi {
  private built: OpenApiDocument | undefined;

  constructor(private readonly routes: DeclaredRoutes) {}

  document(): OpenApiDocument {
    this.built ??= build(this.routes.all());
    return this.built;
  }
}

const build = (routes: readonly DeclaredRoute[]): OpenApiDocument => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lianban',
      version: '0.1.0',
      description: 'Event-driven interdepartmental workflow engine',
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'lianban_session' },
        webhook: {
          type: 'apiKey',
          in: 'header',
          name: 'webhook-signature',
          description: 'Standard Webhooks',
        },
      },
      schemas: { Problem: problemSchema },
    },
  };
};

function operationOf(route: DeclaredRoute): Json {
  const { access, answer, schemas } = route;
  const asked = [...parametersOf(schemas.path, 'path'), ...parametersOf(schemas.query, 'query')];
  const changes = !['GET', 'HEAD'].includes(route.method);
  const parameters =
    access?.kind === 'person' && changes
      ? [
          ...asked,
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', format: 'uuid' },
          },
        ]
      : asked;
  return {
    operationId: route.name,
    summary: answer?.summary ?? route.name,
    security:
      access?.kind === 'person' ? [{ session: [] }] : access?.kind === 'machine' ? [{ webhook: [] }] : [],
    ...(access?.kind === 'person' && access.roles.length > 0 ? { 'x-roles': access.roles } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(schemas.body === undefined
      ? {}
      : { requestBody: { content: { 'application/json': { schema: jsonSchema(schemas.body) } } } }),
    responses: {
      [answer?.view === undefined ? '204' : String(route.status)]: {
        description: answer?.view ?? 'no content',
        ...(answer?.view === undefined
          ? {}
          : { content: { [answer.mediaType]: { schema: { title: answer.view } } } }),
      },
      default: {
        description: 'RFC 9457 problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const jsonSchema = (schema: ZodType): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
};

function parametersOf(schema: ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema) as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    details: { type: 'object' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message'],
        properties: {
          path: { type: 'string' },
          elementId: { type: 'string' },
          line: { type: 'integer' },
          way: { type: 'array', items: { type: 'string' } },
          message: { type: 'string' },
          zh: { type: 'string' },
          code: { type: 'string' },
        },
      },
    },
  },
};
