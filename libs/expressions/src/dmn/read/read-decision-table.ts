import type { DmnElement } from 'dmn-moddle';
import type { Aggregation, DecisionTable, HitPolicy } from '../model/expression.js';
import { elementOf, elementsOf, nameOf, present, textOf } from './properties.js';
import { readLiteral } from './read-literal.js';

const allowedBy = (element: DmnElement, property: string): string | undefined =>
  textOf(elementOf(element, property), 'text');

export const readDecisionTable = (element: DmnElement): DecisionTable => ({
  kind: 'decisionTable',
  ...present({ id: element.id, typeRef: textOf(element, 'typeRef') }),
  hitPolicy: (textOf(element, 'hitPolicy') ?? 'UNIQUE') as HitPolicy,
  ...present({ aggregation: textOf(element, 'aggregation') as Aggregation | undefined }),
  inputs: elementsOf(element, 'input').map((input) => ({
    expression: readLiteral(elementOf(input, 'inputExpression')),
    ...present({
      id: input.id,
      label: textOf(input, 'label') || undefined,
      allowed: allowedBy(input, 'inputValues'),
    }),
  })),
  outputs: elementsOf(element, 'output').map((output) => {
    const fallback = elementOf(output, 'defaultOutputEntry');
    return present({
      id: output.id,
      label: textOf(output, 'label') || undefined,
      name: nameOf(output) || undefined,
      typeRef: textOf(output, 'typeRef'),
      allowed: allowedBy(output, 'outputValues'),
      default: fallback && readLiteral(fallback),
    });
  }),
  annotations: elementsOf(element, 'annotation').map(nameOf),
  rules: elementsOf(element, 'rule').map((rule) => ({
    ...present({ id: rule.id }),
    tests: elementsOf(rule, 'inputEntry').map((entry) => ({
      text: textOf(entry, 'text') ?? '-',
      ...present({ id: entry.id }),
    })),
    outputs: elementsOf(rule, 'outputEntry').map(readLiteral),
    annotations: elementsOf(rule, 'annotationEntry').map((entry) => textOf(entry, 'text') ?? ''),
  })),
});
