import type { Compilation } from '@lianban/bpmn-compiler';
import type { ProcessPlan } from '@lianban/process-runtime';

interface CallableDefinition {
  readonly key: string;
  readonly version: number;
  readonly current: boolean;
  readonly plan: ProcessPlan;
}

/** A definition and what the house around it knows, as plain lists: it may be judged in another thread. */
export interface CompileRequest {
  readonly xml: string;
  readonly departments: readonly string[];
  /** Departments that may inspect: bodies with enforcement power. */
  readonly inspectors: readonly string[];
  readonly ladders: readonly { readonly code: string; readonly serves: string }[];
  readonly localServices: readonly string[];
  readonly operations: readonly string[];
  readonly taskRules: readonly string[];
  readonly forms: readonly string[];
  readonly events: readonly string[];
  /** Decision models by file name, judged with the process. */
  readonly decisions: Readonly<Record<string, string>>;
  /** Definitions that its call activities may mean, in the versions that are asked for and the newest ones. */
  readonly callable: readonly CallableDefinition[];
}

/**
 * Judges what an administrator wrote. A file costs what its author pleases, up to the limits of the compiler, so it is
 * compiled where it holds up nobody else; what takes too long or too much memory is refused as `BPMN.TOO_COSTLY`.
 */
export abstract class ProcessCompiler {
  abstract compile(request: CompileRequest): Promise<Compilation>;
}
