import type { UnfinishedWork } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';

export interface BusinessTimeState {
  readonly now: string;
  /** Only the owner of a database makes it movable: a demo's or a test's. */
  readonly movable: boolean;
}

export interface BusinessTimeStop {
  readonly now: string;
  /** Time stands at the stop: there was nothing unfinished. */
  readonly moved: boolean;
  /** It has come to where it was asked to go, and all that was due there is done. */
  readonly arrived: boolean;
  /** Something went wrong on the way: waiting alone will not mend it. */
  readonly setback: boolean;
}

/**
 * The one business time of a database, kept as an offset to its clock. Sessions, signature windows, leases and retries
 * never look here: they run on real time.
 */
export abstract class BusinessTime {
  abstract read(): Promise<BusinessTimeState>;
  /** Notes in the trail who asks for the move. */
  abstract note(actor: Actor, from: string, to: string): Promise<void>;
  /**
   * Moves to the next due instant or to `to`, whichever is first, unless something is unfinished or has gone wrong
   * since `known` was taken. Rings for those who look at due rows.
   */
  abstract moveOn(to: string, known: readonly string[]): Promise<BusinessTimeStop>;
  /** What keeps time from moving on, the oldest first; a handful is enough to say what is wrong. */
  abstract unfinished(known: readonly string[]): Promise<readonly UnfinishedWork[]>;
  /** Ids of incidents and dead letters that nobody has resolved yet. */
  abstract setbacks(): Promise<readonly string[]>;
}
