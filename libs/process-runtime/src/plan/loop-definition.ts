import type { EventResult } from './event-trigger.js';

/** How an activity is done more than once (BPMN 2.0.2 §13.3.6, §13.3.7). */
export type LoopDefinition = StandardLoop | MultiInstance;

export interface StandardLoop {
  readonly kind: 'standard';
  /** FEEL: go round again. Absent: for ever, up to `maximum`. */
  readonly condition?: string;
  /** A `while` loop tests before each round, a `repeat` loop after it. */
  readonly testBefore: boolean;
  /** FEEL for the greatest number of rounds. */
  readonly maximum?: string;
}

/**
 * Several instances side by side or one after the other. Inside an instance FEEL reads `loopCounter` (from 1) and the
 * item by its name; in `completion` and in the conditions of `complex` also `numberOfInstances`,
 * `numberOfActiveInstances`, `numberOfCompletedInstances`, `numberOfTerminatedInstances` (BPMN 2.0.2 Table 10.30), and
 * `outcomes`: the outcomes of the user tasks completed so far, in order of completion.
 */
export interface MultiInstance {
  readonly kind: 'multi';
  readonly sequential: boolean;
  /** FEEL for the number of instances; read where there is no `collection`. */
  readonly cardinality?: string;
  /** FEEL for the list of which each item makes an instance. */
  readonly collection?: string;
  /** Name of the item inside its instance. */
  readonly item?: string;
  /** FEEL, judged whenever an instance completes: true ends the rest. */
  readonly completion?: string;
  /** What is gathered of each instance: FEEL inside the instance when it completes, in the order of the instances. */
  readonly output?: { readonly collection: string; readonly item: string };
  /** Which completions throw an event, caught at the boundary of the activity. */
  readonly behavior: 'none' | 'one' | 'all' | 'complex';
  /** The event thrown by `one` (first completion) or `none` (each completion); `all` throws nothing. */
  readonly event?: EventResult;
  readonly complex?: readonly { readonly condition: string; readonly event: EventResult }[];
  /** Countersigning: what the outcomes of the signers come to. */
  readonly signing?: SigningRule;
}

/** Several people decide one thing (会签). The outcome of the whole stands in the case data like that of one task. */
export interface SigningRule {
  /** all-sign, any-one-sign, a vote with an early end, one after the other. */
  readonly mode: 'all' | 'any' | 'ratio' | 'sequence';
  /** The outcome that counts as consent, and the outcomes of the whole. */
  readonly consent: string;
  readonly passed: string;
  readonly rejected: string;
  /** For `ratio`: the share of all signers that carries it, as a fraction such as 2/3. */
  readonly ratio?: readonly [number, number];
  /** Signers may be added and removed while it runs. */
  readonly open: boolean;
}
