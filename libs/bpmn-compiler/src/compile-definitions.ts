import type { ProcessPlan } from '@lianban/process-runtime';
import { type Diagnostic } from './diagnostic.js';
import { buildPlan } from './plan/build-plan.js';
import { createSourceFile } from './plan/source.js';
import { elementsOf } from './read/properties.js';
import { withLines } from './read/line-of-element.js';
import { readDefinitions } from './read/read-definitions.js';

export interface DefinitionsCompilation {
  /** Plans of the processes that can run, by id. */
  readonly plans: Readonly<Record<string, ProcessPlan>>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface CompileOptions {
  /** Calls of processes that the file doesn't hold pass like a task instead of being refused. */
  readonly passMissingCalls?: boolean;
}

/**
 * All processes of a file, for hosts that run any BPMN and know no house around it: what publishing demands besides
 * (lanes, forms, the findings of static rules) stops nothing here, and `isExecutable` is not asked. A process has no plan
 * where it holds something that cannot be executed; never throws on input.
 */
export const compileDefinitions = async (
  xml: string,
  options: CompileOptions = {},
): Promise<DefinitionsCompilation> => {
  const { definitions, diagnostics } = await readDefinitions(xml);
  const plans = new Map<string, ProcessPlan>();
  const findings: Diagnostic[] = [...diagnostics];
  if (definitions?.$type !== 'bpmn:Definitions') return { plans: {}, diagnostics: findings };
  const file = createSourceFile(definitions, options);
  for (const process of elementsOf(definitions, 'rootElements')) {
    if (process.$type !== 'bpmn:Process' || process.id === undefined) continue;
    const built = buildPlan(file, process);
    if (built.findings.length === 0) plans.set(process.id, built.plan);
    findings.push(...built.findings);
  }
  return { plans: Object.fromEntries(plans), diagnostics: withLines(xml, findings) };
};
