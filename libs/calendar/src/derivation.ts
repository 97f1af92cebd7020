import type { Duration } from './duration.js';

/** Days that were passed over, weekends left out. */
export interface SkippedRun {
  readonly fromDay: number;
  readonly toDay: number;
  readonly why: 'off' | 'stop';
  readonly ground?: string;
}

/** How a due instant came about, for the readable sum that a clerk can open and print. */
export interface Derivation {
  readonly startDay: number;
  readonly dueDay: number;
  readonly duration: Duration;
  readonly skipped: readonly SkippedRun[];
  /** Make-up working days that were counted or that the limit ends on. */
  readonly makeUpDays: readonly number[];
  /** The last day was no working day and rolled forward (Civil Code art. 203). */
  readonly rolledFrom?: number;
  /** The last day is no working day, and the basis does not let it roll. */
  readonly standsOnDayOff?: true;
  /** So many working days were left at least after a stop that ended on this day; that moved the last day. */
  readonly leastAfterStop?: { readonly day: number; readonly days: number };
  /** 延期: counted from the day on which the limit would have ended. */
  readonly extended?: { readonly fromDay: number; readonly by: Duration; readonly basis: string };
}

export interface DueInstant {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Some day of the count lies in a year without an official notice. */
  readonly provisional: boolean;
  readonly derivation: Derivation;
}
