/** A length of business time as the law or the pack states it. Never converted into another unit. */
export interface Duration {
  readonly amount: number;
  readonly unit: 'working_day' | 'calendar_day' | 'hour' | 'working_hour' | 'month';
}

export type ClockKind = 'statutory' | 'promised' | 'internal';

/**
 * A deadline as a definition states it. A case holds at most one clock of each definition; it starts when the
 * milestone `from` is recorded, survives re-entries of its step, and is met when the step completes with
 * `metWhen` true.
 */
export interface ClockDefinition {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Whose clock: a unit's own, or the case's, which runs on whoever is late. */
  readonly scope: 'unit' | 'case';
  readonly kind: ClockKind;
  readonly duration: Duration;
  /** Milestone that starts it. */
  readonly from: string;
  /** FEEL over case data and `outcome`; absent: completing the step meets the clock. */
  readonly metWhen?: string;
  /** Legal basis by code (`FILING-9A`), or `PD` for a policy default. */
  readonly basis: string;
  readonly ladder: string;
  /** Grounds that stop it (`supplement`, `force-majeure`, …). */
  readonly stoppedBy: readonly string[];
  /** Working days that must at least be left after a stop ends. */
  readonly leastAfterStop?: number;
  /** Absent: a last day that is no working day rolls forward (Civil Code art. 203). */
  readonly lastDay?: 'stands';
  readonly extension?: ExtensionRule;
}

/** 延期, as its basis allows it: once, before expiry. */
export interface ExtensionRule {
  /** At most. */
  readonly by: Duration;
  readonly basis: string;
  /** The post that approves it, in the unit that answers for the step: `department-head`. */
  readonly approver: string;
  /** Working days before expiry by which it must be granted. */
  readonly noticeDays?: number;
}

/** A stop never applies by itself: it belongs to an act of somebody, with its ground. */
export interface ClockStopInstruction {
  readonly action: 'stop' | 'resume';
  readonly ground: string;
}

/**
 * A BPMN timer (§10.5.5). Business timers count by the calendars: `duration` from the milestone `from` where one is
 * named, else from arming; a business cycle from its own last occurrence. The others are real time as ISO 8601 has
 * it, for technical waits: a duration, an instant, or repetitions (`R3/PT10S`, `R/2030-01-01T00:00:00Z/P1D`).
 */
export type TimerDefinition =
  | { readonly kind: 'business'; readonly duration: Duration; readonly from?: string }
  | { readonly kind: 'business-cycle'; readonly every: Duration; readonly times?: number }
  | { readonly kind: 'elapsed'; readonly iso: string }
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'cycle'; readonly iso: string }
  /** FEEL, evaluated on arming, for the text or temporal value of one of the three. */
  | {
      readonly kind: 'expression';
      readonly as: 'elapsed' | 'date' | 'cycle';
      readonly expression: string;
    };
