import { Injectable } from '@nestjs/common';
import { IdempotencyRecords, type IdempotencyScope, type KnownAnswer, type Tx } from '@lianban/application';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgIdempotencyRecords extends IdempotencyRecords {
  async reserve(tx: Tx, { actor, key }: IdempotencyScope): Promise<KnownAnswer | undefined> {
    const client = clientOf(tx);
    // Two statements: the second one's snapshot must see what the first one waited for.
    const [, { rows }] = await Promise.all([
      client.query({
        name: 'reserve-key',
        text: 'SELECT pg_advisory_xact_lock(hashtextextended($1 || $2, 0))',
        values: [actor, key],
      }),
      client.query<{ operation: string; body_hash: string; response: unknown }>({
        name: 'known-answer',
        text: 'SELECT operation, body_hash, response FROM idempotency WHERE actor = $1 AND key = $2',
        values: [actor, key],
      }),
    ]);
    const [row] = rows;
    return row && { operation: row.operation, bodyHash: row.body_hash, response: row.response };
  }

  keep(tx: Tx, scope: IdempotencyScope, response: unknown): void {
    clientOf(tx).write({
      name: 'keep-answer',
      text: `INSERT INTO idempotency (actor, key, operation, body_hash, response) VALUES ($1, $2, $3, $4, $5)`,
      values: [scope.actor, scope.key, scope.operation, scope.bodyHash, JSON.stringify(response ?? null)],
    });
  }
}
