import type { AdHocRule, PlanNode } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementsOf } from '../read/properties.js';
import type { ActivityBase } from './activity-base.js';
import { eventDefinitionsOf } from './event-names.js';
import { feelIn } from './expression.js';
import { isSubProcess } from './flow-elements.js';
import { optional } from './node-extensions.js';
import type { Source } from './source.js';
import { declaredIn } from './variables.js';

export const buildSubProcess = (
  source: Source,
  element: ModdleElement,
  activity: ActivityBase,
): PlanNode | undefined => {
  if (!isSubProcess(element)) return undefined;
  const byEvent = element['triggeredByEvent'] === true;
  return {
    ...activity,
    type: 'subProcess',
    ...(byEvent ? {} : optional('start', noneStart(element))),
    ...declaredIn(element),
    ...(byEvent ? { triggeredByEvent: true } : {}),
    ...(element.$type === 'bpmn:Transaction' ? { transaction: true } : {}),
    ...(element.$type === 'bpmn:AdHocSubProcess' ? { adHoc: adHocRule(source, element) } : {}),
  };
};

/** The start event without a trigger; where there are several, all are entered, like other nodes without a way to them. */
export const noneStart = (container: ModdleElement): string | undefined => {
  const starts = elementsOf(container, 'flowElements').filter(
    (element) => element.$type === 'bpmn:StartEvent' && eventDefinitionsOf(element).length === 0,
  );
  return starts.length === 1 ? starts[0]?.id : undefined;
};

const adHocRule = (source: Source, element: ModdleElement): AdHocRule => ({
  ordering: element['ordering'] === 'Sequential' ? 'sequential' : 'parallel',
  ...optional('completion', feelIn(source, element, 'completionCondition')),
  cancelRemaining: element['cancelRemainingInstances'] !== false,
});
