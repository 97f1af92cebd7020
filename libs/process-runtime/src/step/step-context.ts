import type { AppError, Json, JsonObject, Result } from '@lianban/kernel';
import type { Effect } from './effect.js';
import type { Observation } from './observation.js';

type Variables = Readonly<Record<string, unknown>>;

/** What the reducer may ask of the world. Nothing here does IO. */
export interface StepContext {
  readonly caseId: string;
  /** Business time of the transition, ISO 8601 with offset. */
  readonly now: string;
  /** Evaluates FEEL; an error is a value, never a throw, and becomes an incident on the element. */
  readonly evaluate: (expression: string, variables: Variables) => Result<Json, AppError>;
  /** Node visits of one step before a loop without a wait is called endless; absent: 2,000. */
  readonly visitBudget?: number;
  /** Makes a decision of a business-rule task; absent where a plan has none. */
  readonly decide?: (decision: string, inputs: Variables) => Result<Json, AppError>;
  /**
   * Why the world must not be told this event (a message by its wire name, or one that a node emits): what the process
   * made does not fit what is promised to whoever hears it. Becomes an incident on the element, and nothing is sent.
   */
  readonly judgeEvent?: (type: string, data: JsonObject) => AppError | undefined;
  /**
   * Told of each effect as it comes about, before the step goes on: an engine in memory delivers a signal or message
   * to its other instances before the thrower moves. An effect that is told may still be taken back by an incident.
   */
  readonly onEffect?: (effect: Effect) => void;
  /** Told of each token's way, for traces and animation. */
  readonly observe?: (observation: Observation) => void;
}
