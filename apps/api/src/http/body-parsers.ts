import type { DeliveryFault } from '@lianban/application';
import { invalid } from '@lianban/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';

const kilobyte = 1024;
const jsonLimit = 256 * kilobyte;
/** A process with its diagram and forms is larger than any other body. */
const limitByRoute: Readonly<Record<string, number>> = { '/api/definitions': 4096 * kilobyte };
const machineDoor = '/api/events';
const deepest = 64;

/** The bytes a signature was made over; with a fault the door itself can record the refusal. */
export interface RawBody {
  readonly bytes: Buffer;
  readonly fault?: DeliveryFault;
}

async function read(payload: IncomingMessage, limit: number): Promise<RawBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and dropped, so that the sender gets the answer instead of a broken connection.
    if (size <= limit) chunks.push(chunk);
    if (size > limit * 16) break;
  }
  return { bytes: Buffer.concat(chunks), ...(size > limit ? { fault: 'too-large' } : {}) };
}

/** Deep nesting makes recursive code overflow its stack: refused before anybody walks the value. */
function isTooDeep(root: unknown): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

/** JSON with a size and depth limit; empty counts as absent. The machine door gets the bytes as they came. */
export function useBodyParsers(app: FastifyInstance): void {
  const parseText = app.getDefaultJsonParser('error', 'error');
  const parse = (request: FastifyRequest, text: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      void parseText(request, text, (error, value) => (error === null ? resolve(value) : reject(error)));
    });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['application/json', 'application/cloudevents+json'],
    async (request: FastifyRequest, payload: IncomingMessage) => {
      const route = request.routeOptions.url ?? '';
      const raw = await read(payload, limitByRoute[route] ?? jsonLimit);
      if (route === machineDoor) return raw;
      if (raw.fault !== undefined) throw invalid('API.BODY_TOO_LARGE', 'The body is too large.');
      if (raw.bytes.length === 0) return undefined;
      const text = decode(raw.bytes);
      const value = await parse(request, text).catch(() => {
        throw invalid('API.INVALID_JSON', 'The body is not valid JSON.');
      });
      if (isTooDeep(value))
        throw invalid('API.INVALID_JSON', `JSON nested deeper than ${deepest} levels is refused.`);
      return value;
    },
  );
  app.addContentTypeParser('*', async (request: FastifyRequest, payload: IncomingMessage) => {
    if (request.routeOptions.url !== machineDoor)
      throw invalid('API.UNSUPPORTED_MEDIA_TYPE', 'This content type is not accepted here.');
    const { bytes } = await read(payload, jsonLimit);
    return { bytes, fault: 'unsupported-media-type' } satisfies RawBody;
  });
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid('API.INVALID_JSON', 'The body is not valid UTF-8.');
  }
}
