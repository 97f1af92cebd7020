import type { ProcessPlan } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { checkReading } from './checks/check-bpmn.js';
import { checkCarriedOut } from './checks/check-carried-out.js';
import { checkEvents } from './checks/check-events.js';
import { checkExpressions } from './checks/check-expressions.js';
import { checkMessages } from './checks/check-messages.js';
import { checkOfficePatterns } from './checks/check-office-patterns.js';
import { checkStructure } from './checks/check-structure.js';
import { checkSurroundings } from './checks/check-surroundings.js';
import { checkLadders } from './checks/check-ladders.js';
import { checkPromises } from './checks/check-promises.js';
import { checkTime } from './checks/check-time.js';
import { checkVocabulary } from './checks/check-vocabulary.js';
import type { PlanCheck, Surroundings } from './checks/plan-check.js';
import type { Diagnostic } from './diagnostic.js';
import { buildPlan } from './plan/build-plan.js';
import { calledKey } from './plan/called-key.js';
import { ownPart } from './plan/called-processes.js';
import { findPublished } from './plan/find-published.js';
import { flowElements } from './plan/flow-elements.js';
import { lanesOf } from './plan/lanes.js';
import { createSourceFile, type SourceFile } from './plan/source.js';
import { elementsOf } from './read/properties.js';
import { withLines } from './read/line-of-element.js';
import { readProcesses, unsafeXml } from './read/read-definitions.js';
import { checkSoundness } from './soundness/check-soundness.js';
import { readXml } from './xml/read-xml.js';

export interface Compilation {
  /** Present only where no diagnostic is an error. */
  readonly plan?: ProcessPlan;
  readonly diagnostics: readonly Diagnostic[];
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

const PLAN_CHECKS: readonly PlanCheck[] = [
  checkCarriedOut,
  checkStructure,
  checkExpressions,
  checkTime,
  checkPromises,
  checkLadders,
  checkSurroundings,
  checkEvents,
  checkSoundness,
];

/**
 * BPMN 2.0 XML to an executable plan. Never throws on input: whatever is wrong is a diagnostic with the id of its
 * element. Of several processes one is published: the executable one that no other calls.
 */
export const compileProcess = async (xml: string, around: Surroundings): Promise<Compilation> => {
  const compilation = await compile(xml, around);
  return { ...compilation, diagnostics: withLines(xml, compilation.diagnostics) };
};

const compile = async (xml: string, around: Surroundings): Promise<Compilation> => {
  const unsafe = unsafeXml(xml);
  if (unsafe) return { diagnostics: [unsafe] };
  const document = readXml(xml);
  const rules = checkReading(document);
  const nothingToRun = rules.process === undefined && rules.diagnostics.some(isError);
  if ('fault' in document || nothingToRun) return { diagnostics: rules.diagnostics };
  const reading = await readProcesses(document);
  if (!rules.diagnostics.some(isError) && reading.diagnostics.length > 0)
    return { diagnostics: reading.diagnostics };
  const { definitions } = reading;
  const process =
    definitions && elementsOf(definitions, 'rootElements').find(({ id }) => id === rules.process);
  if (!process) return { diagnostics: rules.diagnostics };
  const published = await findPublished(definitions, around.calledProcess ?? (() => undefined));
  const file = createSourceFile(definitions, { published });
  const { plan, findings } = buildPlan(file, process);
  const ofRules = rules.diagnostics.filter((finding) => !isAnswered(finding, file, process));
  const known = new Set(ofRules.filter(isError).map(({ elementId }) => elementId));
  const models = [process, ...calledBy(plan, definitions)].flatMap((callable) => [
    ...lanesOf(callable),
    ...flowElements(callable).map(({ element }) => element),
  ]);
  const refused = [
    ...findings.filter(({ elementId }) => !known.has(elementId)),
    ...checkOfficePatterns(definitions, models),
    ...checkMessages(elementsOf(definitions, 'rootElements')),
    ...checkVocabulary([
      ...elementsOf(definitions, 'rootElements'),
      ...models,
      ...models.flatMap((element) => elementsOf(element, 'eventDefinitions')),
    ]),
  ];
  if (known.size > 0 || refused.length > 0) return { diagnostics: [...ofRules, ...refused] };
  const own = ownPart(file, plan);
  const diagnostics = [...ofRules, ...PLAN_CHECKS.flatMap((check) => check(own, around))];
  return diagnostics.some(isError) ? { diagnostics } : { plan, diagnostics };
};

/** The rules know one file; what a call activity enters may be another definition of the house. */
const isAnswered = ({ code, elementId }: Diagnostic, file: SourceFile, process: ModdleElement): boolean =>
  code === 'BPMN.NOT_EXECUTABLE_CALL' &&
  flowElements(process).some(({ element }) => {
    const key = element.id === elementId ? calledKey(file.callables, element) : undefined;
    return key !== undefined && file.published.has(key);
  });

/** What the plan took in from its own file. */
const calledBy = ({ called = {} }: ProcessPlan, definitions: ModdleElement): readonly ModdleElement[] =>
  elementsOf(definitions, 'rootElements').filter(({ id }) => id !== undefined && Object.hasOwn(called, id));
