import 'reflect-metadata';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger, Metrics, NestLogger } from '@lianban/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiSettings } from './api-settings.js';
import { AppModule } from './app.module.js';
import { useBodyParsers } from './http/body-parsers.js';
import { ProblemFilter } from './http/problem.filter.js';
import { useRequestLog } from './http/request-log.js';
import { proveApi } from './startup/prove-api.js';
import { serveWeb } from './web/web-pages.js';

const megabyte = 1024 * 1024;

/** The whole process, not yet listening: tests start it on a free port. */
export async function createApp(settings: ApiSettings): Promise<NestFastifyApplication> {
  const logger = createLogger('api', settings.logLevel);
  let filter: ProblemFilter | undefined;
  const adapter = new FastifyAdapter({
    trustProxy: settings.trustProxy ?? false,
    routerOptions: { maxParamLength: 500 },
    requestTimeout: 60_000,
    // Addresses that cannot be decoded never reach a route; they get the same kind of answer.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      (filter ?? new ProblemFilter(logger, new Metrics())).answer(error, request, reply);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, logger), adapter, {
    bodyParser: false,
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  const metrics = app.get(Metrics);
  filter = new ProblemFilter(logger, metrics);
  const fastify = adapter.getInstance();
  useRequestLog(fastify, logger, metrics);
  useBodyParsers(fastify);
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, {
    limits: { fileSize: 10 * megabyte, files: 1, fields: 5, fieldSize: 64 * 1024, parts: 6, headerPairs: 50 },
  });
  app.enableShutdownHooks();
  await serveWeb(fastify, settings.webFolder);
  await app.init();
  proveApi(app);
  await fastify.ready();
  return app;
}
