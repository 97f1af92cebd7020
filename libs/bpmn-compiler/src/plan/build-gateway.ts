import type { PlanNode } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementOf } from '../read/properties.js';
import type { NodeBase } from './node-base.js';
import { feelIn } from './expression.js';
import { optional } from './node-extensions.js';
import type { Source } from './source.js';

export const buildGateway = (
  source: Source,
  element: ModdleElement,
  base: NodeBase,
): PlanNode | undefined => {
  const defaultFlow = optional('defaultFlow', elementOf(element, 'default')?.id);
  switch (element.$type) {
    case 'bpmn:ExclusiveGateway':
      return { ...base, type: 'exclusiveGateway', ...defaultFlow };
    case 'bpmn:InclusiveGateway':
      return { ...base, type: 'inclusiveGateway', ...defaultFlow };
    case 'bpmn:ParallelGateway':
      return { ...base, type: 'parallelGateway' };
    case 'bpmn:ComplexGateway':
      return {
        ...base,
        type: 'complexGateway',
        ...optional('activation', feelIn(source, element, 'activationCondition')),
        ...defaultFlow,
      };
    case 'bpmn:EventBasedGateway': {
      const kind = element['eventGatewayType'] === 'Parallel' ? 'parallel' : 'exclusive';
      return {
        ...base,
        type: 'eventBasedGateway',
        ...(element['instantiate'] === true ? { instantiate: kind } : {}),
      };
    }
    default:
      return undefined;
  }
};
