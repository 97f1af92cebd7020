import type { Diagnostic } from '../diagnostic.js';
import type { ProcessPlan } from '@lianban/process-runtime';
import type { FindPublished } from '../plan/find-published.js';

/** Why FEEL text cannot run; undefined where it can. Injected, because the compiler evaluates nothing itself. */
export type ExpressionProblem = (expression: string) => string | undefined;

/** What the house around a definition knows. A list that is absent is not checked. */
export interface Surroundings {
  readonly expressionProblem: ExpressionProblem;
  readonly departments?: ReadonlySet<string>;
  /** Departments that may inspect: bodies with enforcement power. */
  readonly inspectors?: ReadonlySet<string>;
  /** Ladders by code, each with the clocks it is made for: `statutory`, `default-short`, `default-long`, … */
  readonly ladders?: ReadonlyMap<string, string>;
  readonly localServices?: ReadonlySet<string>;
  readonly operations?: ReadonlySet<string>;
  readonly taskRules?: ReadonlySet<string>;
  readonly forms?: ReadonlySet<string>;
  /** Types of events, each with the JSON Schema of its data. */
  readonly events?: ReadonlyMap<string, object>;
  /** Decisions and decision services that a rule task may ask. */
  readonly decisions?: ReadonlySet<string>;
  /** Definitions that a call activity may enter; the plan holds the version that is found now. */
  readonly calledProcess?: FindPublished;
}

export type PlanCheck = (plan: ProcessPlan, around: Surroundings) => readonly Diagnostic[];
