import type { DmnElement } from 'dmn-moddle';
import type { Expression, FunctionExpression, ListExpression, Variable } from '../model/expression.js';
import { elementOf, elementsOf, nameOf, present, textOf } from './properties.js';
import { readDecisionTable } from './read-decision-table.js';
import { readLiteral } from './read-literal.js';

const base = (element: DmnElement): { readonly id?: string; readonly typeRef?: string } =>
  present({ id: element.id, typeRef: textOf(element, 'typeRef') });

export const readVariable = (element: DmnElement): Variable => ({
  name: nameOf(element),
  ...present({ typeRef: textOf(element, 'typeRef') }),
});

/** Decision logic from its element; undefined where the element is none that DMN knows. */
export const readExpression = (element: DmnElement | undefined): Expression | undefined =>
  element === undefined ? undefined : READERS[element.$type]?.(element);

const readList = (element: DmnElement): ListExpression => ({
  kind: 'list',
  ...base(element),
  items: elementsOf(element, 'elements')
    .map(readExpression)
    .filter((item) => item !== undefined),
});

export const readFunction = (element: DmnElement): FunctionExpression => ({
  kind: 'function',
  ...base(element),
  functionKind: textOf(element, 'kind') ?? 'FEEL',
  parameters: elementsOf(element, 'formalParameter').map(readVariable),
  ...present({ body: readExpression(elementOf(element, 'body')) }),
});

/** The expression inside `<in>`, `<then>`, `<satisfies>` and their like. */
const childOf = (element: DmnElement, property: string): Expression | undefined =>
  readExpression(elementOf(elementOf(element, property), 'value'));

const iterator = (element: DmnElement): { readonly variable: string; readonly list?: Expression } => ({
  variable: (textOf(element, 'iteratorVariable') ?? '').trim().replace(/\s+/g, ' '),
  ...present({ list: childOf(element, 'in') }),
});

const readQuantified =
  (kind: 'some' | 'every') =>
  (element: DmnElement): Expression => ({
    kind,
    ...base(element),
    ...iterator(element),
    ...present({ condition: childOf(element, 'satisfies') }),
  });

const READERS: Readonly<Record<string, (element: DmnElement) => Expression>> = {
  'dmn:LiteralExpression': readLiteral,
  'dmn:DecisionTable': readDecisionTable,
  'dmn:List': readList,
  'dmn:FunctionDefinition': readFunction,
  'dmn:Context': (element) => ({
    kind: 'context',
    ...base(element),
    entries: elementsOf(element, 'contextEntry').map((entry) => {
      const variable = elementOf(entry, 'variable');
      return present({
        variable: variable && readVariable(variable),
        value: readExpression(elementOf(entry, 'value')),
      });
    }),
  }),
  'dmn:Relation': (element) => ({
    kind: 'relation',
    ...base(element),
    columns: elementsOf(element, 'column').map(readVariable),
    rows: elementsOf(element, 'row').map(readList),
  }),
  'dmn:Invocation': (element) => ({
    kind: 'invocation',
    ...base(element),
    ...present({ called: readExpression(elementOf(element, 'calledFunction')) }),
    bindings: elementsOf(element, 'binding').map((binding) => ({
      parameter: { name: nameOf(elementOf(binding, 'parameter')) },
      ...present({ value: readExpression(elementOf(binding, 'bindingFormula')) }),
    })),
  }),
  'dmn:Conditional': (element) => ({
    kind: 'conditional',
    ...base(element),
    ...present({
      condition: childOf(element, 'if'),
      whenTrue: childOf(element, 'then'),
      whenFalse: childOf(element, 'else'),
    }),
  }),
  'dmn:Filter': (element) => ({
    kind: 'filter',
    ...base(element),
    ...present({ list: childOf(element, 'in'), match: childOf(element, 'match') }),
  }),
  'dmn:For': (element) => ({
    kind: 'for',
    ...base(element),
    ...iterator(element),
    ...present({ each: childOf(element, 'return') }),
  }),
  'dmn:Some': readQuantified('some'),
  'dmn:Every': readQuantified('every'),
};
