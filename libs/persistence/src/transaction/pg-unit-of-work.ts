import { Injectable } from '@nestjs/common';
import { AfterCommit, UnitOfWork, type Tx } from '@lianban/application';
import type { Actor } from '@lianban/domain';
import { Pool, type PoolClient } from 'pg';

/** The connection behind a {@link Tx}; adapters only. */
export const clientOf = (tx: Tx): PoolClient => tx as unknown as PoolClient;

@Injectable()
export class PgUnitOfWork extends UnitOfWork {
  constructor(
    private readonly pool: Pool,
    private readonly afterCommit: AfterCommit,
  ) {
    super();
  }

  async withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      // One round trip: the actor's context stands before the first query of the transaction.
      const context = client.escapeLiteral(`${actor.kind}:${actor.id}`);
      await client.query(`BEGIN; SELECT set_config('lianban.actor', ${context}, true)`);
      const result = await work(client as unknown as Tx);
      await client.query('COMMIT');
      this.afterCommit.committed(client as unknown as Tx);
      return result;
    } catch (failure) {
      this.afterCommit.forgotten(client as unknown as Tx);
      await client.query('ROLLBACK').catch((error: Error) => {
        broken = error;
      });
      throw failure;
    } finally {
      client.release(broken);
    }
  }
}
