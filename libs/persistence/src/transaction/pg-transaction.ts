import type { ClientBase, QueryResult, QueryResultRow } from 'pg';
import { PgBatch, type Statement } from './pg-batch.js';

interface Waiting {
  readonly statement: Statement;
  readonly resolve?: (result: QueryResult) => void;
  readonly reject?: (failure: unknown) => void;
}

const COMMIT: Statement = { name: 'commit', text: 'COMMIT' };

/**
 * A transaction that travels light. What is asked in the same turn goes in one round trip; the first one also carries
 * what opens the transaction; writes that answer nothing wait for the next question or the end. Statements run in the
 * order they were given.
 */
export class PgTransaction {
  private waiting: Waiting[] = [];
  private scheduled = false;
  private opened = false;
  private failure: unknown;

  constructor(
    private readonly client: ClientBase,
    /** Sent before the first statement: the begin, and whose doing this is. */
    private readonly opening: readonly Statement[],
    /** Each round trip is opened anew and is a transaction of its own: for reading. */
    private readonly oneByOne = false,
  ) {}

  query<Row extends QueryResultRow = QueryResultRow>(
    asked: Statement | string,
    values?: readonly unknown[],
  ): Promise<QueryResult<Row>> {
    const statement = typeof asked === 'string' ? { text: asked, values } : asked;
    return new Promise<QueryResult<Row>>((resolve, reject) => {
      this.waiting.push({ statement, resolve: resolve as (result: QueryResult) => void, reject });
      if (this.scheduled) return;
      this.scheduled = true;
      queueMicrotask(() => {
        this.scheduled = false;
        void this.send();
      });
    });
  }

  /** Leaves with the next question or at the end, and its failure is theirs. */
  write(statement: Statement): void {
    this.waiting.push({ statement });
  }

  /** Sends the writes that still wait, for a transaction that somebody else ends. */
  async settle(): Promise<void> {
    if (this.waiting.length > 0) await this.send();
    if (this.failure !== undefined) throw this.failure;
  }

  async commit(): Promise<void> {
    if (this.oneByOne || (!this.opened && this.waiting.length === 0)) return;
    const { command } = await this.query(COMMIT);
    // Where an earlier failure was swallowed on the way, PostgreSQL answers with a rollback, not with an error.
    if (command !== 'COMMIT')
      throw this.failure ?? new Error('The transaction had failed before its commit.');
  }

  /** Whether anything was sent: only then is there something to roll back. */
  get begun(): boolean {
    return this.opened;
  }

  async rollback(): Promise<void> {
    this.waiting = [];
    if (this.opened) await this.client.query('ROLLBACK');
  }

  private async send(): Promise<void> {
    const sent = this.waiting;
    this.waiting = [];
    const opening = this.opened ? [] : this.opening;
    this.opened = !this.oneByOne;
    const batch = new PgBatch([...opening, ...sent.map(({ statement }) => statement)]);
    try {
      this.client.query(batch);
      const results = await batch.done;
      sent.forEach(({ resolve }, index) => {
        const result = results[opening.length + index];
        if (result) resolve?.(result);
      });
    } catch (failure) {
      this.failure ??= failure;
      for (const { reject } of sent) reject?.(failure);
    }
  }
}
