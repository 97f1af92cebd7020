import { DmnModdle } from 'dmn-moddle';

const child = (name: string): object => ({ name, type: 'ChildExpression', xml: { serialize: 'property' } });
const iterator = (name: string, ...children: readonly string[]): object => ({
  name,
  superClass: ['Expression'],
  properties: [{ name: 'iteratorVariable', type: 'String', isAttr: true }, ...['in', ...children].map(child)],
});

/** What DMN 1.4 and 1.5 added to 1.3 (DMN 1.5 §7.3.3, §10.2.2): boxed expressions and the constraint of a collection. */
const ADDED_TYPES: readonly object[] = [
  {
    name: 'ChildExpression',
    superClass: ['DMNElement'],
    properties: [{ name: 'value', type: 'Expression' }],
  },
  {
    name: 'Conditional',
    superClass: ['Expression'],
    properties: ['if', 'then', 'else'].map(child),
  },
  { name: 'Filter', superClass: ['Expression'], properties: ['in', 'match'].map(child) },
  iterator('For', 'return'),
  iterator('Some', 'satisfies'),
  iterator('Every', 'satisfies'),
];

const TYPE_CONSTRAINT = { name: 'typeConstraint', type: 'UnaryTests', xml: { serialize: 'property' } };

interface TypeDescriptor {
  readonly name: string;
  readonly properties?: readonly object[];
}

const { types, ...dmn } = new DmnModdle().getPackage('dmn');

/** dmn-moddle's description of DMN 1.3 with the later additions in it. */
export const dmnPackage = {
  ...dmn,
  types: [
    ...(types as readonly TypeDescriptor[]).map(({ properties = [], ...type }) => ({
      ...type,
      properties: [
        // moddle drops an element whose id another one has; we keep both and say so.
        ...properties.map((property) => ({ ...property, isId: false })),
        ...(type.name === 'ItemDefinition' ? [TYPE_CONSTRAINT] : []),
      ],
    })),
    ...ADDED_TYPES,
  ],
};
