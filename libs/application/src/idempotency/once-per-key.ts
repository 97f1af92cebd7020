import { createHash } from 'node:crypto';
import type { Actor } from '@lianban/domain';
import { conflict } from '@lianban/kernel';
import type { Tx } from '../transaction/index.js';
import { canonicalText } from './canonical-text.js';
import type { IdempotencyRecords } from './idempotency-records.port.js';

export interface OnceRequest {
  readonly actor: Actor;
  readonly key: string;
  readonly operation: string;
  readonly body: unknown;
}

/**
 * A double click or a repeated key: one effect, the same answer. The same key for another body is refused. What `work`
 * has to know first is asked by `look` in the same round trip as the key.
 */
export function oncePerKey<T>(
  records: IdempotencyRecords,
  tx: Tx,
  request: OnceRequest,
  work: () => Promise<T>,
): Promise<T>;
export function oncePerKey<T, Found>(
  records: IdempotencyRecords,
  tx: Tx,
  request: OnceRequest,
  work: (found: Found) => Promise<T>,
  look: () => Promise<Found>,
): Promise<T>;
export async function oncePerKey<T>(
  records: IdempotencyRecords,
  tx: Tx,
  request: OnceRequest,
  work: (found: unknown) => Promise<T>,
  look?: () => Promise<unknown>,
): Promise<T> {
  const scope = {
    actor: `${request.actor.kind}:${request.actor.id}`,
    key: request.key,
    operation: request.operation,
    bodyHash: createHash('sha256').update(canonicalText(request.body)).digest('base64url'),
  };
  const [known, found] = await Promise.all([records.reserve(tx, scope), look?.()]);
  if (known !== undefined) {
    if (known.operation !== scope.operation || known.bodyHash !== scope.bodyHash) {
      throw conflict('API.IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for another request.');
    }
    return known.response as T;
  }
  const response = await work(found);
  records.keep(tx, scope, response);
  return response;
}
