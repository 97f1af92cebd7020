import { invalid } from '@lianban/kernel';
import type { FastifyRequest } from 'fastify';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Every mutation carries one, so that a reply lost on the way can be asked for again without a second effect. */
export function idempotencyKeyOf(request: FastifyRequest): string {
  const header = request.headers['idempotency-key'];
  if (typeof header !== 'string' || !uuid.test(header)) {
    throw invalid('API.IDEMPOTENCY_KEY_MISSING', 'The header Idempotency-Key (a UUID) is missing.');
  }
  return header.toLowerCase();
}
