import { Injectable } from '@nestjs/common';
import type { Tx } from './unit-of-work.port.js';

/** What a committed transaction may have changed, as a hint: live updates and doorbells, never the only notice. */
export interface Committed {
  readonly caseId?: string;
  readonly officeIds: readonly string[];
  /** There are new outbox rows: ring the relay's doorbell. */
  readonly outbox: boolean;
}

/**
 * Collects hints during a transaction and hands them out after its commit. A rolled-back transaction hints nothing;
 * a hint that is lost costs a second until the next poll.
 */
@Injectable()
export class AfterCommit {
  private readonly pending = new WeakMap<Tx, Committed[]>();
  private readonly listeners = new Set<(hint: Committed) => void>();

  changed(tx: Tx, hint: Committed): void {
    const hints = this.pending.get(tx) ?? [];
    hints.push(hint);
    this.pending.set(tx, hints);
  }

  /** Called by the unit of work once the commit is through. */
  committed(tx: Tx): void {
    for (const hint of this.pending.get(tx) ?? []) for (const listener of this.listeners) listener(hint);
    this.pending.delete(tx);
  }

  /** Called by the unit of work after a rollback: connections are reused, hints must not be. */
  forgotten(tx: Tx): void {
    this.pending.delete(tx);
  }

  listen(listener: (hint: Committed) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
