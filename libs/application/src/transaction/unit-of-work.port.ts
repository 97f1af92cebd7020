import type { Actor } from '@lianban/domain';

declare const transaction: unique symbol;

/** One PostgreSQL transaction, opaque to the application; repositories take it as their first argument. */
export interface Tx {
  readonly [transaction]: true;
}

/**
 * The one door to the database. Opens a transaction, sets the actor's context before the first query, commits when
 * `work` returns and rolls back when it throws. The class is the DI token.
 */
export abstract class UnitOfWork {
  abstract withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;

  /** For reading only, as the actor: each statement sees what is committed when it is asked; nothing can be written. */
  abstract readAs<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
}
