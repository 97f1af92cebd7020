import type { Tx } from '../transaction/index.js';

export interface IdempotencyScope {
  /** Kind and id of the actor. */
  readonly actor: string;
  readonly key: string;
  readonly operation: string;
  readonly bodyHash: string;
}

export interface KnownAnswer {
  readonly operation: string;
  readonly bodyHash: string;
  readonly response: unknown;
}

/** Answers by `Idempotency-Key`, kept in the transaction of their effect. */
export abstract class IdempotencyRecords {
  /**
   * Takes the key for this transaction. A second request with the same key waits here until the first has committed
   * and then gets its answer; undefined where the key is fresh.
   */
  abstract reserve(tx: Tx, scope: IdempotencyScope): Promise<KnownAnswer | undefined>;
  /** Written with the commit at the latest. */
  abstract keep(tx: Tx, scope: IdempotencyScope, response: unknown): void;
}
