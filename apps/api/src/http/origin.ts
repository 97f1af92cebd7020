import { denied } from '@lianban/kernel';
import type { FastifyRequest } from 'fastify';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses mutations that another site makes a browser send. Programs send neither header; they have no cookie that
 * a browser could be tricked into adding. `LIANBAN_PUBLIC_ORIGIN` names the origin seen behind a proxy.
 */
export function refuseForeignOrigin(request: FastifyRequest, publicOrigin: string | undefined): void {
  if (safe.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin =
    origin !== undefined && origin !== publicOrigin && !sameHost(origin, request.headers.host);
  if (foreignSite || foreignOrigin) {
    throw denied('API.FOREIGN_ORIGIN', 'The request came from another site.');
  }
}

const sameHost = (origin: string, host: string | undefined): boolean => {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
};
