import { type OutboxRow, OutboxStore } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';

@Injectable()
export class PgOutboxStore extends OutboxStore {
  constructor(private readonly pool: Pool) {
    super();
  }

  async claim(limit: number): Promise<readonly OutboxRow[]> {
    // SKIP LOCKED instead of a cursor over sequence numbers: numbers commit out of order, and a cursor loses rows.
    const { rows } = await this.pool.query<OutboxRow>({
      name: 'claim-outbox',
      text: `WITH claimed AS (
          SELECT id FROM outbox WHERE done_at IS NULL AND failure IS NULL AND hand_over_at <= clock_timestamp()
          ORDER BY hand_over_at, seq LIMIT $1 FOR UPDATE SKIP LOCKED)
        UPDATE outbox o SET attempts = o.attempts + 1,
          hand_over_at = clock_timestamp() + least(interval '30 seconds', interval '3 seconds' * (o.attempts + 1))
        FROM claimed WHERE o.id = claimed.id
        RETURNING o.id, o.tenant, o.kind, o.topic, o.payload, o.attempts`,
      values: [limit],
    });
    return rows;
  }

  async giveBack(ids: readonly string[]): Promise<void> {
    await this.pool.query(
      'UPDATE outbox SET hand_over_at = clock_timestamp(), attempts = greatest(attempts - 1, 0) WHERE id = ANY($1::uuid[]) AND done_at IS NULL',
      [ids],
    );
  }

  async open(id: string): Promise<OutboxRow | undefined> {
    const { rows } = await this.pool.query<OutboxRow>({
      name: 'open-outbox-row',
      text: `SELECT id, tenant, kind, topic, payload, attempts FROM outbox
        WHERE id = $1 AND done_at IS NULL AND failure IS NULL`,
      values: [id],
    });
    return rows[0];
  }

  async close(id: string): Promise<void> {
    await this.pool.query({
      name: 'close-outbox-row',
      text: 'UPDATE outbox SET done_at = clock_timestamp() WHERE id = $1 AND done_at IS NULL',
      values: [id],
    });
  }

  async noteFailure(id: string, failure: string, most: number): Promise<void> {
    await this.pool.query(
      `UPDATE outbox SET failures = failures + 1, failure = CASE WHEN failures + 1 >= $3 THEN $2 END
       WHERE id = $1 AND done_at IS NULL`,
      [id, failure.slice(0, 2_000), most],
    );
  }
}
