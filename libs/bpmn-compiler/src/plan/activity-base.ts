import type { Assignment } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, numberOf } from '../read/properties.js';
import { buildLoop, isOfLoop } from './build-loop.js';
import { dataInto, dataOutOf, type OutputValue } from './data-associations.js';
import type { NodeBase } from './node-base.js';
import { clocksOf, inputsOf, optional } from './node-extensions.js';
import { buildSigning } from './office/signing.js';
import { isGlobalTask, type Source } from './source.js';
import { variableName } from './variables.js';

/** What all activities have. */
export type ActivityBase = ReturnType<typeof activityBaseOf>;

export const activityBaseOf = (
  source: Source,
  element: ModdleElement,
  base: NodeBase,
  boundary: readonly string[],
  reading: OutputValue,
) => {
  const own = (association: ModdleElement): boolean => !isOfLoop(element, association);
  const startQuantity = numberOf(element, 'startQuantity') ?? 1;
  const completionQuantity = numberOf(element, 'completionQuantity') ?? 1;
  return {
    ...base,
    outputs: [
      ...(isGlobalTask(element) ? ownOutputs(element, reading) : []),
      ...dataOutOf(source, elementsOf(element, 'dataOutputAssociations').filter(own), reading),
      ...base.outputs,
    ],
    boundary,
    inputs: [
      ...dataInto(source, elementsOf(element, 'dataInputAssociations').filter(own)),
      ...inputsOf(element),
    ],
    clocks: clocksOf(element).map((clock) => clock.id),
    ...optional('defaultFlow', elementOf(element, 'default')?.id),
    ...optional('loop', buildSigning(element) ?? buildLoop(source, element, reading)),
    ...(element['isForCompensation'] === true ? { forCompensation: true } : {}),
    ...(startQuantity === 1 ? {} : { startQuantity }),
    ...(completionQuantity === 1 ? {} : { completionQuantity }),
  };
};

/** The data outputs of a global task are variables of the process that it is (BPMN 2.0.2 §10.3.6). */
const ownOutputs = (task: ModdleElement, reading: OutputValue): readonly Assignment[] =>
  elementsOf(elementOf(task, 'ioSpecification'), 'dataOutputs').flatMap((output) => {
    const target = variableName(output);
    const expression = reading(target, target);
    return expression === target ? [] : [{ target, expression }];
  });
