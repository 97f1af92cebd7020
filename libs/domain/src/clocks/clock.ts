import type { ClockReading, LedgerEntry } from '@lianban/calendar';
import type { ClockDefinition } from '@lianban/process-runtime';
import type { ScheduledAct } from './clock-schedule.js';

/** A clock of a case as it is stored: its ledger, and which rungs fired. */
export interface CaseClock {
  readonly id: string;
  readonly definition: ClockDefinition;
  /** The activity that answers for it. */
  readonly node: string;
  readonly ledger: readonly LedgerEntry[];
  readonly fired: readonly string[];
}

/** What a transition did to one clock. */
export interface ClockChange {
  readonly clock: CaseClock;
  readonly isNew: boolean;
  /** Stays in the file as it is; another of its definition may start. */
  readonly isRetired: boolean;
  /** Entries to append, numbered from the length of the ledger before. */
  readonly appended: readonly LedgerEntry[];
  readonly reading: ClockReading;
  /** What it will do from now on; empty where it does not run. */
  readonly schedule: readonly ScheduledAct[];
  /** Levels whose entry into the accountability ledger was due and no sweep had come by to make: `L3` of `L-LEGAL@2`. */
  readonly entries: readonly { readonly level: string; readonly ladder: string }[];
}
