import type { TimerDefinition } from './clock-definition.js';

/**
 * What a catch event, boundary event, start event or receive task waits for (BPMN 2.0.2 §10.5). Which kind may stand
 * where is the compiler's business; the runtime takes the plan at its word.
 */
export type EventTrigger =
  | { readonly kind: 'none' }
  | { readonly kind: 'message'; readonly message: string }
  | { readonly kind: 'timer'; readonly timer: TimerDefinition }
  | { readonly kind: 'signal'; readonly signal: string }
  /** FEEL; fires when it is true on arming or turns true later. */
  | { readonly kind: 'condition'; readonly condition: string }
  /** Without a code: any. */
  | { readonly kind: 'error'; readonly code?: string }
  | { readonly kind: 'escalation'; readonly code?: string }
  /** A boundary event names the activity that undoes what it is attached to; the start of a compensation event sub-process names none. */
  | { readonly kind: 'compensation'; readonly handler?: string }
  | { readonly kind: 'cancel' }
  /** The target of a link: entered by its throw events only. */
  | { readonly kind: 'link' }
  /** Any of several, or (`all`, parallel multiple) all of them in any order. */
  | { readonly kind: 'multiple'; readonly of: readonly EventTrigger[]; readonly all: boolean };

/** What an end event or intermediate throw event does (BPMN 2.0.2 §10.5). */
export type EventResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'escalation'; readonly code: string }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'message'; readonly message: string }
  /** Without an activity: everything compensable in the scope of the event. `wait`: the token stays until it is undone. */
  | { readonly kind: 'compensation'; readonly activity?: string; readonly wait: boolean }
  | { readonly kind: 'link'; readonly to: string }
  | { readonly kind: 'multiple'; readonly of: readonly EventResult[] };
