import { Injectable } from '@nestjs/common';
import { IdempotencyRecords, type IdempotencyScope, type KnownAnswer, type Tx } from '@lianban/application';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgIdempotencyRecords extends IdempotencyRecords {
  async reserve(tx: Tx, scope: IdempotencyScope): Promise<KnownAnswer | undefined> {
    const client = clientOf(tx);
    // The primary key makes a second request with this key wait for the first one's commit.
    const taken = await client.query(
      `INSERT INTO idempotency (actor, key, operation, body_hash, response) VALUES ($1, $2, $3, $4, 'null')
       ON CONFLICT (actor, key) DO NOTHING`,
      [scope.actor, scope.key, scope.operation, scope.bodyHash],
    );
    if (taken.rowCount === 1) return undefined;
    const { rows } = await client.query<{ operation: string; body_hash: string; response: unknown }>(
      'SELECT operation, body_hash, response FROM idempotency WHERE actor = $1 AND key = $2',
      [scope.actor, scope.key],
    );
    const [row] = rows;
    return row && { operation: row.operation, bodyHash: row.body_hash, response: row.response };
  }

  async keep(tx: Tx, scope: IdempotencyScope, response: unknown): Promise<void> {
    await clientOf(tx).query('UPDATE idempotency SET response = $3 WHERE actor = $1 AND key = $2', [
      scope.actor,
      scope.key,
      JSON.stringify(response ?? null),
    ]);
  }
}
