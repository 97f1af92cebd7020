import type { Duration } from './duration.js';

/** What a person who stops a clock, or lets it run again, puts in the file. The process itself has none of it. */
export interface StopPapers {
  readonly reason?: string;
  /** Number or reference of the notice. */
  readonly document?: string;
  /** Of a stop: until when its notice says that it lasts. It does not end by itself. */
  readonly until?: string;
  readonly by?: string;
}

/** What happened to a clock. Entries are only ever appended; the due instant is always computed from them. */
export type LedgerEntry =
  | {
      readonly kind: 'started';
      readonly at: string;
      readonly milestone: string;
      readonly calendar: string;
      /** Version of the ladder it climbs to its end: `L-STD@2`. */
      readonly ladder?: string;
    }
  | ({ readonly kind: 'stopped' | 'resumed'; readonly at: string; readonly ground: string } & StopPapers)
  /** 延期, once and before expiry: counted from the last day of the limit; the due instant before it is kept. */
  | {
      readonly kind: 'extended';
      readonly at: string;
      readonly by: Duration;
      /** The article that allows it, by code. */
      readonly basis: string;
      readonly reason: string;
      readonly document?: string;
      readonly approver: string;
      readonly from: string;
      readonly dueAt: string;
    }
  /** Another version of a calendar holds, by which it is counted from now on; the old due instant is kept. */
  | {
      readonly kind: 'recomputed';
      readonly at: string;
      readonly calendar: string;
      /** The bulk operation that did it: an entry of its own once. */
      readonly operation?: string;
      readonly from?: string;
      readonly dueAt?: string;
      /** It was breached by the old date and is not by the new one. */
      readonly lifted?: boolean;
    }
  /** The due instant passed unmet: of a statutory period, or of a default of the house, which breaches no law. */
  | { readonly kind: 'breached' | 'late'; readonly at: string; readonly dueAt: string }
  | { readonly kind: 'met'; readonly at: string; readonly outcome?: string }
  | { readonly kind: 'cancelled'; readonly at: string; readonly why: string }
  /** Neither met nor breached: the case went back before the milestone it counted from. */
  | { readonly kind: 'closed'; readonly at: string; readonly ground: string }
  /** The completion that had met it was taken back. */
  | { readonly kind: 'reopened'; readonly at: string; readonly ground: string }
  /** The case came to another version of its process, whose terms count from now on for the whole ledger. */
  | {
      readonly kind: 'redefined';
      readonly at: string;
      readonly version: string;
      readonly dueAt?: string;
      /** The ladder it climbs from now on, where the new version of the process names another one. */
      readonly ladder?: string;
    };
