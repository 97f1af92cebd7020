/** A length of business time as the law or the pack states it. Never converted into another unit. */
export interface Duration {
  readonly amount: number;
  readonly unit: 'working_day' | 'calendar_day' | 'hour' | 'month';
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
}

/** A stop never applies by itself: it belongs to an act of somebody, with its ground. */
export interface ClockStopInstruction {
  readonly action: 'stop' | 'resume';
  readonly ground: string;
}

/**
 * A BPMN timer. `duration` counts from the milestone `from` where one is named, else from arming.
 * `elapsed` is real time (ISO 8601 duration), for technical waits only.
 */
export type TimerDefinition =
  | { readonly kind: 'business'; readonly duration: Duration; readonly from?: string }
  | { readonly kind: 'elapsed'; readonly iso: string };
