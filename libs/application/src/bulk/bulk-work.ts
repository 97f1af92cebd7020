import type { JsonObject } from '@lianban/kernel';
import type { Tx } from '../transaction/index.js';
import type { BulkOperation } from './bulk-operation.js';

/** Where a piece of an operation stands: which one, and at what business time. */
export interface BulkPiece {
  readonly operation: BulkOperation;
  readonly now: string;
}

/**
 * What an operation of one kind does. Its items have a stable order of their own (ids): whatever is done to them must
 * not move them behind the cursor. A piece and the cursor behind it are one transaction.
 */
export abstract class BulkWork {
  abstract readonly kind: string;
  /** Items of one transaction: so many that it lasts well under a second. */
  abstract readonly piece: number;
  abstract count(tx: Tx, at: BulkPiece): Promise<number>;
  abstract items(tx: Tx, at: BulkPiece, limit: number): Promise<readonly string[]>;
  /**
   * Applies the operation; answers how many items changed. Throws where one item can't be done: then each is tried in
   * a transaction of its own, and the one that fails is kept with its reason.
   */
  abstract apply(tx: Tx, at: BulkPiece, items: readonly string[]): Promise<number>;
  /** In the transaction that ends the operation: who is told, and what is to be said of it. */
  finish(_tx: Tx, _at: BulkPiece): Promise<JsonObject | undefined> {
    return Promise.resolve(undefined);
  }
}

/** Every kind of work that this process can do. */
export class BulkWorks {
  private readonly byKind: ReadonlyMap<string, BulkWork>;

  constructor(works: readonly BulkWork[]) {
    this.byKind = new Map(works.map((work) => [work.kind, work]));
  }

  get kinds(): readonly string[] {
    return [...this.byKind.keys()];
  }

  of(kind: string): BulkWork {
    const work = this.byKind.get(kind);
    if (!work) throw new Error(`Nobody carries out bulk operations of the kind ${kind}.`);
    return work;
  }
}
