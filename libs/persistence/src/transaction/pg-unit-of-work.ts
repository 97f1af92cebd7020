import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '@lianban/application';
import type { Actor } from '@lianban/domain';
import { Pool, type PoolClient } from 'pg';

/** The connection behind a {@link Tx}; adapters only. */
export const clientOf = (tx: Tx): PoolClient => tx as unknown as PoolClient;

@Injectable()
export class PgUnitOfWork extends UnitOfWork {
  constructor(private readonly pool: Pool) {
    super();
  }

  async withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      await client.query("SELECT set_config('lianban.actor', $1, true)", [`${actor.kind}:${actor.id}`]);
      const result = await work(client as unknown as Tx);
      await client.query('COMMIT');
      return result;
    } catch (failure) {
      await client.query('ROLLBACK').catch((error: Error) => {
        broken = error;
      });
      throw failure;
    } finally {
      client.release(broken);
    }
  }
}
