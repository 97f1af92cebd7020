import type { ProcessPlan } from '@lianban/process-runtime';

export interface CallableDefinition {
  readonly key: string;
  readonly version: number;
  readonly current: boolean;
  readonly plan: ProcessPlan;
}

/** What the house around a definition knows, as plain lists: it is judged in another thread, or in a browser. */
export interface House {
  readonly departments: readonly string[];
  /** Departments that may inspect: bodies with enforcement power. */
  readonly inspectors: readonly string[];
  readonly ladders: readonly { readonly code: string; readonly serves: string }[];
  readonly localServices: readonly string[];
  readonly operations: readonly string[];
  readonly taskRules: readonly string[];
  readonly events: readonly { readonly type: string; readonly schema: object }[];
  /** Definitions that its call activities may mean, in the versions that are asked for and the newest ones. */
  readonly callable: readonly CallableDefinition[];
}

/** A definition as its author has it, with the names of its forms. */
export interface DefinitionToJudge extends House {
  readonly xml: string;
  readonly forms: readonly string[];
  /** Decision models by file name, judged with the process. */
  readonly decisions: Readonly<Record<string, string>>;
}
