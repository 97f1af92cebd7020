import type { Tx } from '../transaction/index.js';

/** Who waits for a signal. A case that has gone on between the look and its lock refuses it, and nothing is lost. */
export abstract class SignalStore {
  /** Open cases of the tenant that wait for it, but for the one that threw it. */
  abstract waiting(tx: Tx, tenant: string, signal: string, thrower?: string): Promise<readonly string[]>;
  /** Puts a signal from outside on its way, with a row of the trail. */
  abstract send(tx: Tx, order: SignalOrder): Promise<void>;
}

export interface SignalOrder {
  readonly throwId: string;
  readonly tenant: string;
  readonly signal: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly actorId: string;
  readonly actorName: string;
}
