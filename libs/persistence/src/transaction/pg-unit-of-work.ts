import { AfterCommit, type Tx, UnitOfWork } from '@lianban/application';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Statement } from './pg-batch.js';
import { PgTransaction } from './pg-transaction.js';

/** The transaction behind a {@link Tx}; adapters only. */
export const clientOf = (tx: Tx): PgTransaction => tx as unknown as PgTransaction;

const actorOf = ({ kind, id }: Actor): string => `${kind}:${id}`;

const BEGIN: Statement = { name: 'begin', text: 'BEGIN' };

/** The actor's context stands before the first query of a transaction and ends with it. */
export const acting = (actor: Actor): Statement => ({
  name: 'acting',
  text: `SELECT set_config('lianban.actor', $1, true)`,
  values: [actorOf(actor)],
});

const reading = (actor: Actor): Statement => ({
  name: 'reading',
  text: `SELECT set_config('lianban.actor', $1, true), set_config('transaction_read_only', 'on', true)`,
  values: [actorOf(actor)],
});

@Injectable()
export class PgUnitOfWork extends UnitOfWork {
  constructor(
    private readonly pool: Pool,
    private readonly afterCommit: AfterCommit,
  ) {
    super();
  }

  withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run([BEGIN, acting(actor)], false, work);
  }

  readAs<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run([reading(actor)], true, work);
  }

  private async run<T>(
    opening: readonly Statement[],
    oneByOne: boolean,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const client = await this.pool.connect();
    const transaction = new PgTransaction(client, opening, oneByOne);
    const tx = transaction as unknown as Tx;
    let broken: Error | undefined;
    try {
      const result = await work(tx);
      await transaction.commit();
      this.afterCommit.committed(tx);
      return result;
    } catch (failure) {
      this.afterCommit.forgotten(tx);
      await transaction.rollback().catch((error: Error) => {
        broken = error;
      });
      throw failure;
    } finally {
      client.release(broken);
    }
  }
}
