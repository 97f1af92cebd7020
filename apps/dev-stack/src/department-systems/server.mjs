#!/usr/bin/env node
/**
 * Stands in for other departments' systems in development, demos and tests: the health commission's intake and the
 * publication site; the gateway for text messages; the government's unified to-do list. Speaks HTTP as they would,
 * honours Idempotency-Key, and can be slow, failing, down or refusing on request:
 *
 *     curl -X PUT localhost:8090/control/health-commission -d '{"mode":"failing"}'
 *
 * Everything is kept in memory; `GET /journal` shows what came in and what had an effect, `GET /sms/messages` the text
 * messages, `GET /unified-todo/todos` the to-dos.
 */
import { createServer } from 'node:http';
import { SmsGateway } from './sms-gateway.mjs';
import { UnifiedTodoList } from './unified-todo-list.mjs';

const port = Number(process.env.DEPARTMENT_SYSTEMS_PORT ?? 8090);
const MODES = ['ok', 'slow', 'failing', 'down', 'reject'];
const LARGEST_BODY = 256 * 1024;

/** @type {Record<string, { mode: string, delayMs: number }>} */
const systems = Object.fromEntries(
  ['health-commission', 'publication', 'sms', 'unified-todo'].map((name) => [
    name,
    { mode: 'ok', delayMs: 0 },
  ]),
);
const sms = new SmsGateway();
const todos = new UnifiedTodoList();

/** Answers by system and Idempotency-Key: the same key has one effect. @type {Map<string, object>} */
const answers = new Map();
/** @type {{ at: string, system: string, path: string, key: string, status: number, effect: boolean }[]} */
const journal = [];

/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value : undefined);

/** @param {string} path @param {Record<string, unknown>} body */
const perform = (path, body) => {
  switch (path) {
    case '/publication/filings':
      return {
        publishedUrl: `https://publication.example/filings/${text(body.receiptNo) ?? text(body.filingId) ?? 'unknown'}`,
      };
    case '/sms/messages':
      return sms.take(body);
    case '/sms/receipts':
      return sms.receipts(body);
    case '/unified-todo/todos':
      return todos.take(body);
    default:
      return { acceptedAt: new Date().toISOString() };
  }
};

const server = createServer((request, response) => {
  const chunks = /** @type {Buffer[]} */ ([]);
  let size = 0;
  request.on('data', (chunk) => {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
    else request.destroy();
  });
  request.on('end', () => answer(request, response, Buffer.concat(chunks).toString('utf8')));
});

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} text
 */
function answer(request, response, text) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [, first = '', second = ''] = pathname.split('/');
  /** @param {number} status @param {unknown} body */
  const send = (status, body) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const body = parse(text);
  if (body === undefined) return send(400, { code: 'MALFORMED' });
  if (first === 'journal' && request.method === 'GET') return send(200, journal);
  if (request.method === 'GET' && pathname === '/sms/messages') return send(200, sms.messages());
  if (request.method === 'GET' && pathname === '/unified-todo/todos') return send(200, todos.all());
  if (first === 'control') return control(request.method ?? '', second, body, send);
  const system = systems[first];
  if (!system || request.method !== 'POST') return send(404, { code: 'UNKNOWN' });
  const key = String(request.headers['idempotency-key'] ?? '');
  /** @param {number} status @param {boolean} effect */
  const note = (status, effect) =>
    journal.push({ at: new Date().toISOString(), system: first, path: pathname, key, status, effect });
  if (system.mode === 'down') {
    note(0, false);
    return request.socket.destroy();
  }
  setTimeout(() => {
    if (system.mode === 'failing') {
      note(503, false);
      return send(503, { code: 'OUT_OF_ORDER' });
    }
    if (system.mode === 'reject') {
      note(422, false);
      return send(422, { code: 'REJECTED' });
    }
    const known = key === '' ? undefined : answers.get(`${first} ${key}`);
    const result = known ?? perform(pathname, body);
    if (key !== '') answers.set(`${first} ${key}`, result);
    note(200, known === undefined);
    send(200, result);
  }, system.delayMs);
}

/**
 * @param {string} method @param {string} name @param {Record<string, unknown>} body
 * @param {(status: number, body: unknown) => void} send
 */
function control(method, name, body, send) {
  if (method === 'GET') return send(200, systems);
  const system = systems[name];
  if (method !== 'PUT' || !system) return send(404, { code: 'UNKNOWN' });
  const mode = text(body.mode) ?? 'ok';
  if (!MODES.includes(mode)) return send(400, { code: 'MODE_UNKNOWN', modes: MODES });
  system.mode = mode;
  system.delayMs = Number(body.delayMs ?? (mode === 'slow' ? 3000 : 0));
  send(200, system);
}

/** @param {string} text @returns {Record<string, unknown> | undefined} */
function parse(text) {
  if (text === '') return {};
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

server.listen(port, process.env.DEPARTMENT_SYSTEMS_HOST ?? '127.0.0.1', () => {
  process.stdout.write(`department systems on http://127.0.0.1:${port}\n`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close(() => process.exit(0)));
