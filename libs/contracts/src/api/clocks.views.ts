import type { Text2 } from './page.views.js';

export interface ClockView {
  readonly id: string;
  readonly name: Text2;
  readonly scope: 'unit' | 'case';
  readonly kind: 'statutory' | 'promised' | 'internal';
  readonly basis: string;
  readonly basisText?: Text2;
  readonly ladder: string;
  /** The version it climbs, which was in force when it started. */
  readonly ladderVersion?: number;
  /** `closed`: neither met nor breached, because the case went back before what it counts from. */
  readonly state: 'running' | 'stopped' | 'met' | 'cancelled' | 'closed';
  readonly startedAt: string;
  /** Milestone that it counts from, by code, and how long it is. */
  readonly from: string;
  readonly limit: Text2;
  /** Version of the calendar that it was counted by when it started. */
  readonly calendar?: string;
  readonly dueAt?: string;
  /** When it would have run out without its extension. */
  readonly originalDueAt?: string;
  readonly provisional: boolean;
  /** Its due instant passed unmet. */
  readonly breached: boolean;
  /** What passing it unmet is: a breach of law, or late by a default of the house. */
  readonly lateness: 'breached' | 'late';
  readonly stoppedSince?: string;
  readonly stopGround?: string;
  readonly workingDaysLeft?: number;
  /** The readable sum: "5 working days from Mon 28 Sep, 1–7 Oct off: Sat 10 Oct 17:30, a make-up working day". */
  readonly explanation: Text2;
  readonly ledger: readonly { readonly at: string; readonly text: Text2 }[];
  readonly rungs: readonly RungView[];
}

export interface RungView {
  readonly level: string;
  readonly at?: string;
  readonly state: 'planned' | 'fired' | 'not-fired';
  readonly action: Text2;
  readonly told: readonly Text2[];
  /**
   * Fired: `due`, `passed-on`, `nobody-reached`, `exempt-in-part`. Not fired: `condition-false`, `overtaken`, `exempt`,
   * or the state of the clock that ended or stands still.
   */
  readonly why?: string;
  /** The reason that was given for the exemption (免责). */
  readonly conclusion?: string;
}
