import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { missing } from '@lianban/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const yearMs = 365 * 24 * 3600 * 1000;
const served = /^\/(api|health|metrics)(\/|$|\?)/;

/** The digest of nothing: antd's tables make an empty style element to measure the scroll bar. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Style attributes are allowed for diagrams (SVG written by bpmn-js); style elements need the nonce (antd). */
const policy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}' ${emptyStyle}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

/** On every answer: what may be framed, sniffed or remembered of it. */
export function setSecurityHeaders(reply: FastifyReply): void {
  reply.header('x-content-type-options', 'nosniff');
  reply.header('x-frame-options', 'DENY');
  reply.header('referrer-policy', 'same-origin');
  reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('cross-origin-resource-policy', 'same-origin');
}

/** The web application: hashed assets for a year, one page with a fresh nonce for every address it routes itself. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true });
  app.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (served.test(request.url)) throw missing('API.UNKNOWN_ROUTE', 'There is no such route.');
    if (path.startsWith('/assets/')) return reply.sendFile(path, { maxAge: yearMs, immutable: true });
    if (/\.[a-z0-9]+$/i.test(path) && path !== '/index.html') return reply.sendFile(path, { maxAge: 0 });
    const nonce = randomBytes(16).toString('base64');
    const html = await readFile(index, 'utf8');
    reply.header('content-security-policy', policy(nonce));
    reply.header('cache-control', 'no-store');
    return reply.type('text/html; charset=utf-8').send(withNonce(html, nonce));
  });
}

/** `<meta property="csp-nonce">` is where the application reads the nonce for antd's styles; Vite writes it by itself. */
function withNonce(html: string, nonce: string): string {
  const placed = html.replaceAll('__CSP_NONCE__', nonce);
  return placed.includes('property="csp-nonce"')
    ? placed
    : placed.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`);
}
