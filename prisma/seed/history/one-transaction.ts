import { AfterCommit, UnitOfWork, type Tx } from '@lianban/application';
import type { Actor } from '@lianban/domain';
import type { Client } from 'pg';

/**
 * The door to the database for an invented history: each piece of work is a savepoint of one transaction that is open
 * around all of it. So a history is there whole or not at all, whatever is killed; nobody else ever sees business time
 * moved; and weeks of work cost one commit.
 */
export class OneTransaction extends UnitOfWork {
  private busy = false;
  /** The savepoint of the last act stands until the next one: a round trip less. */
  private standing = '';

  constructor(
    private readonly client: Client,
    private readonly afterCommit: AfterCommit,
  ) {
    super();
  }

  async withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.busy) throw new Error('A history is played one act at a time.');
    this.busy = true;
    const { client } = this;
    const tx = client as unknown as Tx;
    try {
      const context = client.escapeLiteral(`${actor.kind}:${actor.id}`);
      await client.query(
        `${this.standing} SAVEPOINT act; SELECT set_config('lianban.actor', ${context}, true)`,
      );
      this.standing = 'RELEASE SAVEPOINT act;';
      const result = await work(tx);
      this.afterCommit.committed(tx);
      return result;
    } catch (failure) {
      this.afterCommit.forgotten(tx);
      await client.query('ROLLBACK TO SAVEPOINT act');
      throw failure;
    } finally {
      this.busy = false;
    }
  }
}
