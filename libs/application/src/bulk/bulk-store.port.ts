import type { Actor } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';
import type { BulkFailure, BulkOperation, BulkOrder, SoleBulkOrder } from './bulk-operation.js';

/** An operation held for one piece, with business time read under its lock. */
export interface HeldOperation {
  readonly operation: BulkOperation;
  readonly now: string;
}

/** How far a piece came: written in the transaction of the piece. */
export interface BulkProgress {
  readonly total?: number;
  readonly cursor?: string;
  readonly looked?: number;
  readonly changed?: number;
  readonly failure?: Omit<BulkFailure, 'at'>;
}

export abstract class BulkStore {
  /** Answers the id of the new operation. */
  abstract order(tx: Tx, order: BulkOrder): Promise<string>;
  /** The operation of this kind about the subject that is under way; where there is none, the new one. */
  abstract orderOnce(tx: Tx, order: SoleBulkOrder): Promise<BulkOperation>;
  /** The newest of this kind about the subject. */
  abstract lastAbout(
    tx: Tx,
    tenant: string,
    kind: string,
    subject: string,
  ): Promise<BulkOperation | undefined>;
  /** Locks the operation that is next, of these kinds; none where others hold all of them. */
  abstract holdNext(tx: Tx, tenant: string, kinds: readonly string[]): Promise<HeldOperation | undefined>;
  /** The same for this one, while it is still to be worked on. */
  abstract hold(tx: Tx, id: string): Promise<HeldOperation | undefined>;
  abstract progress(tx: Tx, id: string, progress: BulkProgress): Promise<void>;
  abstract end(tx: Tx, id: string, result: BulkOperation['result']): Promise<void>;
  /** With its row of the trail; answers nothing where the operation does not stand in one of `from`. */
  abstract turn(
    tx: Tx,
    actor: Actor,
    id: string,
    from: readonly BulkOperation['state'][],
    to: BulkOperation['state'],
  ): Promise<BulkOperation | undefined>;
  abstract byId(tx: Tx, tenant: string, id: string): Promise<BulkOperation | undefined>;
  /** Newest first; `after` is the id of the last one of the page before. */
  abstract list(tx: Tx, tenant: string, limit: number, after?: string): Promise<readonly BulkOperation[]>;
  abstract failures(tx: Tx, id: string, limit: number, after?: string): Promise<readonly BulkFailure[]>;
}
