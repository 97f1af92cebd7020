import type { AppError, Result } from '@lianban/kernel';
import type { ProcessPlan } from '../plan/process-plan.js';
import type { CaseData, CaseState } from '../state/case-state.js';
import type { Effect } from './effect.js';
import type { Stimulus } from './stimulus.js';

/** What the reducer may ask of the world. Nothing here does IO. */
export interface StepContext {
  readonly caseId: string;
  /** Business time of the transition, ISO 8601 with offset. */
  readonly now: string;
  /** Evaluates FEEL; an error is a value, never a throw, and becomes an incident on the element. */
  readonly evaluate: (
    expression: string,
    variables: Readonly<Record<string, unknown>>,
  ) => Result<unknown, AppError>;
}

export interface StepResult {
  readonly state: CaseState;
  readonly data: CaseData;
  readonly effects: readonly Effect[];
}

/** The shape of the reducer: pure, deterministic, total for any state it produced itself. */
export type Step = (
  plan: ProcessPlan,
  state: CaseState,
  data: CaseData,
  stimulus: Stimulus,
  context: StepContext,
) => Result<StepResult, AppError>;
