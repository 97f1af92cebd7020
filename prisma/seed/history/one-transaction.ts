import { AfterCommit, UnitOfWork, type Tx } from '@lianban/application';
import type { Actor } from '@lianban/domain';
import { acting, PgTransaction, type Statement } from '@lianban/persistence';
import type { Client } from 'pg';

const SAVEPOINT = { name: 'savepoint', text: 'SAVEPOINT act' };
const RELEASE = { name: 'release', text: 'RELEASE SAVEPOINT act' };

/**
 * The door to the database for an invented history: each piece of work is a savepoint of one transaction that is open
 * around all of it. So a history is there whole or not at all, whatever is killed; nobody else ever sees business time
 * moved; and weeks of work cost one commit.
 */
export class OneTransaction extends UnitOfWork {
  private busy = false;
  private standing: readonly Statement[] = [];

  constructor(
    private readonly client: Client,
    private readonly afterCommit: AfterCommit,
  ) {
    super();
  }

  async withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.busy) throw new Error('A history is played one act at a time.');
    this.busy = true;
    // The savepoint of the last act stands until the next one: a round trip less.
    const transaction = new PgTransaction(this.client, [...this.standing, SAVEPOINT, acting(actor)]);
    const tx = transaction as unknown as Tx;
    try {
      const result = await work(tx);
      await transaction.settle();
      this.afterCommit.committed(tx);
      return result;
    } catch (failure) {
      this.afterCommit.forgotten(tx);
      if (transaction.begun) await this.client.query('ROLLBACK TO SAVEPOINT act');
      throw failure;
    } finally {
      if (transaction.begun) this.standing = [RELEASE];
      this.busy = false;
    }
  }

  readAs<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.withActor(actor, work);
  }
}
