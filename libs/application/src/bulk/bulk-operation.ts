import type { Actor } from '@lianban/domain';
import type { JsonObject } from '@lianban/kernel';

export type BulkState = 'waiting' | 'running' | 'paused' | 'done' | 'cancelled';

/** One order over many items, as it stands. */
export interface BulkOperation {
  readonly id: string;
  readonly tenant: string;
  readonly kind: string;
  readonly parameters: JsonObject;
  readonly reason: string;
  readonly state: BulkState;
  /** Business time before which it does not begin. */
  readonly notBefore: string;
  /** How many items there were when it began. */
  readonly total?: number;
  /** The last item that is done. */
  readonly cursor?: string;
  readonly looked: number;
  readonly changed: number;
  readonly failed: number;
  /** What its work has to say at the end. */
  readonly result?: JsonObject;
  readonly startedBy: { readonly id: string; readonly name: string };
  readonly createdAt: string;
  readonly begunAt?: string;
  readonly endedAt?: string;
}

export interface BulkOrder {
  readonly kind: string;
  readonly parameters: JsonObject;
  readonly reason: string;
  /** At once where absent. */
  readonly notBefore?: string;
  readonly actor: Actor;
}

/** An order of which only one may be under way for what it is about. */
export interface SoleBulkOrder extends BulkOrder {
  readonly subject: string;
}

/** An item that could not be done, and why. */
export interface BulkFailure {
  readonly item: string;
  readonly code: string;
  readonly message: string;
  readonly details?: JsonObject;
  readonly at: string;
}
