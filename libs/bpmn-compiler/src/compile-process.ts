import type { ProcessPlan } from '@lianban/process-runtime';
import { checkEvents } from './checks/check-events.js';
import { checkExpressions } from './checks/check-expressions.js';
import { checkOfficePatterns } from './checks/check-office-patterns.js';
import { checkStructure } from './checks/check-structure.js';
import { checkSurroundings } from './checks/check-surroundings.js';
import { checkTime } from './checks/check-time.js';
import { checkVocabulary } from './checks/check-vocabulary.js';
import type { PlanCheck, Surroundings } from './checks/plan-check.js';
import { checkUnsupportedElements } from './checks/unsupported-elements.js';
import { type Diagnostic, problem } from './diagnostic.js';
import { buildPlan } from './plan/build-plan.js';
import { flowElements } from './plan/flow-elements.js';
import { lanesOf } from './plan/lanes.js';
import { createSourceFile } from './plan/source.js';
import { elementsOf } from './read/properties.js';
import { withLine } from './read/line-of-element.js';
import { readDefinitions } from './read/read-definitions.js';

export interface Compilation {
  /** Present only where no diagnostic is an error. */
  readonly plan?: ProcessPlan;
  readonly diagnostics: readonly Diagnostic[];
}

const PLAN_CHECKS: readonly PlanCheck[] = [checkStructure, checkExpressions, checkTime, checkSurroundings];

/**
 * BPMN 2.0 XML to an executable plan. Never throws on input: whatever is wrong is a diagnostic with the id of its
 * element. A file with one executable process is expected; collaborations with several pools are refused.
 */
export const compileProcess = async (xml: string, around: Surroundings): Promise<Compilation> => {
  const compilation = await compile(xml, around);
  return { ...compilation, diagnostics: compilation.diagnostics.map((each) => withLine(xml, each)) };
};

const compile = async (xml: string, around: Surroundings): Promise<Compilation> => {
  const reading = await readDefinitions(xml);
  if (!reading.definitions || reading.diagnostics.length > 0) return { diagnostics: reading.diagnostics };
  const { definitions } = reading;
  const processes = elementsOf(definitions, 'rootElements').filter(
    (element) => element.$type === 'bpmn:Process',
  );
  const [process] = processes;
  if (!process || processes.length > 1) {
    return {
      diagnostics: [
        problem('BPMN.ONE_PROCESS', `The file holds ${processes.length} processes instead of one.`),
      ],
    };
  }
  const elements = flowElements(process);
  const models = elements.map(({ element }) => element);
  const timers = models.flatMap((element) => elementsOf(element, 'eventDefinitions'));
  const refused = [
    ...checkUnsupportedElements(elements),
    ...checkEvents(models),
    ...checkOfficePatterns(definitions, models),
    ...checkVocabulary([
      ...elementsOf(definitions, 'rootElements'),
      ...lanesOf(process),
      ...models,
      ...timers,
    ]),
  ];
  if (refused.length > 0) return { diagnostics: refused };
  const { plan, findings } = buildPlan(createSourceFile(definitions), process);
  const diagnostics = [...findings, ...PLAN_CHECKS.flatMap((check) => check(plan, around))];
  return diagnostics.some(({ severity }) => severity === 'error') ? { diagnostics } : { plan, diagnostics };
};
