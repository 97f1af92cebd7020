import type { VariableDeclaration } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, textOf } from '../read/properties.js';
import { optional } from './node-extensions.js';

/** FEEL types of the simple types of XML Schema. A duration of the schema may be of either kind, so it is of none. */
const FEEL_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    string: 'string normalizedString token anyURI',
    boolean: 'boolean',
    date: 'date',
    time: 'time',
    'date and time': 'dateTime dateTimeStamp',
    'days and time duration': 'dayTimeDuration',
    'years and months duration': 'yearMonthDuration',
    number:
      'decimal double float integer int long short byte positiveInteger nonNegativeInteger negativeInteger ' +
      'nonPositiveInteger unsignedInt unsignedLong unsignedShort unsignedByte',
  }).flatMap(([feel, names]) => names.split(' ').map((name) => [name, feel] as const)),
);

/**
 * The name by which expressions know an item-aware element. A reference to a data object stands for its object: tools
 * that name only the reference show that name in the diagram.
 */
export const variableName = (item: ModdleElement): string => {
  if (item.$type !== 'bpmn:DataObjectReference') return textOf(item, 'name') ?? item.id ?? '';
  const object = elementOf(item, 'dataObjectRef');
  return textOf(object, 'name') ?? textOf(item, 'name') ?? object?.id ?? item.id ?? '';
};

/** Properties, data objects, and data inputs and outputs of a process or sub-process (BPMN 2.0.2 §10.4). */
export const variablesOf = (container: ModdleElement): readonly VariableDeclaration[] => {
  const specification = elementOf(container, 'ioSpecification');
  const flowElements = elementsOf(container, 'flowElements');
  const references = flowElements.filter((element) => element.$type === 'bpmn:DataObjectReference');
  const named = (object: ModdleElement): ModdleElement =>
    textOf(object, 'name') === undefined
      ? (references.find((reference) => elementOf(reference, 'dataObjectRef') === object) ?? object)
      : object;
  const objects = flowElements.filter((element) => element.$type === 'bpmn:DataObject');
  const loop = elementOf(container, 'loopCharacteristics');
  const item = elementOf(loop, 'outputDataItem');
  const items = [
    ...elementsOf(container, 'properties').map((property) => [property, property] as const),
    ...objects.map((object) => [named(object), object] as const),
    ...['dataInputs', 'dataOutputs'].flatMap((kind) =>
      elementsOf(specification, kind).map((data) => [data, data] as const),
    ),
    ...(item ? [[item, item] as const] : []),
  ];
  const declarations = items.map(([holder, typed]) => declare(variableName(holder), typed));
  return [...new Map(declarations.map((each) => [each.name, each])).values()];
};

const declare = (name: string, item: ModdleElement): VariableDeclaration => {
  const definition = elementOf(item, 'itemSubjectRef');
  const local = textOf(definition, 'structureRef')?.split(':').at(-1) ?? '';
  const type = FEEL_TYPES.get(local);
  const collection = item['isCollection'] === true || definition?.['isCollection'] === true;
  return { name, ...optional('type', type), ...(collection ? { collection } : {}) };
};

/** `variables` of a plan or node, absent where there are none. */
export const declaredIn = (
  container: ModdleElement,
): { readonly variables?: readonly VariableDeclaration[] } => {
  const variables = variablesOf(container);
  return variables.length === 0 ? {} : { variables };
};
