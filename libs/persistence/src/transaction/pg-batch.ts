import { type Connection, Query, type QueryResult, type Submittable } from 'pg';

export interface Statement {
  /** Prepared once a connection under this name; without one it is parsed each time. */
  readonly name?: string | undefined;
  readonly text: string;
  readonly values?: readonly unknown[] | undefined;
}

/** What pg's client calls on the query that it is answering; the published types leave it out. */
interface AnsweredQuery {
  readonly name?: string;
  readonly text: string;
  submit(connection: Connection): Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleEmptyQuery(connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
}

/** pg keeps under their names the statements it has sent for preparation and not yet heard of. */
interface PreparingConnection extends Connection {
  readonly submittedNamedStatements: Record<string, string>;
}

/**
 * Several statements in one message with one Sync of the extended protocol: one round trip, and one transaction where
 * none is open. A round trip wakes two processes, which costs more than most statements. When one fails, PostgreSQL
 * skips those behind it, and the whole batch has failed.
 */
export class PgBatch implements Submittable {
  readonly done: Promise<readonly QueryResult[]>;
  private readonly queries: readonly AnsweredQuery[];
  private readonly results: QueryResult[] = [];
  private at = 0;
  private resolve: (results: readonly QueryResult[]) => void = () => undefined;
  private reject: (failure: Error) => void = () => undefined;

  constructor(statements: readonly Statement[]) {
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.queries = statements.map(({ name, text, values }, index) => {
      const config = { text, values: [...(values ?? [])], queryMode: 'extended', ...(name ? { name } : {}) };
      const query = new Query(config, (failure, result) => {
        if (failure) this.reject(failure);
        else this.results[index] = result;
      });
      return query as unknown as AnsweredQuery;
    });
  }

  /** Name and text of the statement that is being answered: pg notes under them what is prepared. */
  get name(): string | undefined {
    return this.queries[this.at]?.name;
  }

  get text(): string {
    return this.queries[this.at]?.text ?? '';
  }

  submit(connection: Connection): void {
    // Each query would close its own message; the batch closes once.
    const unsynced = Object.create(connection, { sync: { value: () => undefined } }) as Connection;
    connection.stream.cork();
    for (const query of this.queries) {
      const refused = query.submit(unsynced);
      // Half a batch must never be run: without its connection, PostgreSQL rolls back what it has.
      if (refused) connection.stream.destroy(refused);
    }
    connection.sync();
    connection.stream.uncork();
  }

  handleRowDescription(message: unknown): void {
    this.queries[this.at]?.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.queries[this.at]?.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    this.queries[this.at]?.handleCommandComplete(message, connection);
    this.at += 1;
  }

  handleEmptyQuery(): void {
    this.at += 1;
  }

  handleError(failure: Error, connection: Connection): void {
    // What PostgreSQL skipped was never prepared.
    for (const { name } of this.queries.slice(this.at)) {
      if (name !== undefined) delete (connection as PreparingConnection).submittedNamedStatements[name];
    }
    this.reject(failure);
  }

  handleReadyForQuery(connection: Connection): void {
    for (const query of this.queries) query.handleReadyForQuery(connection);
    this.resolve(this.results);
  }
}
