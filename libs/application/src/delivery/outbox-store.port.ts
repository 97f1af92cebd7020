/** A row of the outbox as its consumer needs it. */
export interface OutboxRow {
  readonly id: string;
  readonly tenant: string;
  readonly kind: 'event' | 'effect' | 'job';
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

/**
 * The outbox. A row is handed over again and again, at growing intervals, until its consumer closes it: an emptied
 * broker, a killed relay or a killed consumer loses nothing.
 */
export abstract class OutboxStore {
  /** Claims rows to hand over, oldest first; a claimed row comes back by itself after its back-off. */
  abstract claim(limit: number): Promise<readonly OutboxRow[]>;
  /** Gives claimed rows back at once, because the broker is away. */
  abstract giveBack(ids: readonly string[]): Promise<void>;
  /** The row, unless it has been closed. */
  abstract open(id: string): Promise<OutboxRow | undefined>;
  abstract close(id: string): Promise<void>;
  /**
   * Notes that the consumer failed. From the `most`-th time on the row is out of delivery and stays as a dead letter
   * for a person to see.
   */
  abstract noteFailure(id: string, failure: string, most: number): Promise<void>;
}
