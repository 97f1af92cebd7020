import type { EventResult, LoopDefinition, MultiInstance } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, feelOf, textOf } from '../read/properties.js';
import { buildResult } from './build-result.js';
import { assignmentsOf, type OutputValue, outputReader } from './data-associations.js';
import { feelIn } from './expression.js';
import { optional } from './node-extensions.js';
import type { Source } from './source.js';
import { variableName } from './variables.js';

/** How an activity is done more than once; `valueOf` reads a data output of one of its instances. */
export const buildLoop = (
  source: Source,
  activity: ModdleElement,
  valueOf: OutputValue,
): LoopDefinition | undefined => {
  const loop = elementOf(activity, 'loopCharacteristics');
  if (!loop) return undefined;
  switch (loop.$type) {
    case 'bpmn:StandardLoopCharacteristics':
      return {
        kind: 'standard',
        ...optional('condition', feelIn(source, loop, 'loopCondition')),
        testBefore: loop['testBefore'] === true,
        ...optional('maximum', feelOf(textOf(loop, 'loopMaximum'))),
      };
    case 'bpmn:MultiInstanceLoopCharacteristics':
      return multiInstance(source, activity, loop, valueOf);
    default:
      source.refuse(activity, `A ${activity.$type} with ${loop.$type}`);
      return undefined;
  }
};

const multiInstance = (
  source: Source,
  activity: ModdleElement,
  loop: ModdleElement,
  valueOf: OutputValue,
): MultiInstance => {
  const item = elementOf(loop, 'inputDataItem');
  const collection = collectionIn(source, activity, loop);
  const output = collected(source, activity, loop, valueOf);
  return {
    kind: 'multi',
    sequential: loop['isSequential'] === true,
    ...optional('cardinality', feelIn(source, loop, 'loopCardinality')),
    ...optional('collection', collection),
    ...optional('item', item && variableName(item)),
    ...optional('completion', feelIn(source, loop, 'completionCondition')),
    ...optional('output', output),
    ...behaviour(source, activity, loop),
  };
};

/** The list of which each item makes an instance: a variable, or what an association puts into a data input. */
const collectionIn = (source: Source, activity: ModdleElement, loop: ModdleElement): string | undefined => {
  const input = elementOf(loop, 'loopDataInputRef');
  if (!input) return undefined;
  const association = associationTo(activity, 'dataInputAssociations', input);
  const name = variableName(input);
  return association ? (assignmentsOf(source, association, variableName)[0]?.expression ?? name) : name;
};

/** Where the items of the instances are gathered, and what the item of one instance is. */
const collected = (
  source: Source,
  activity: ModdleElement,
  loop: ModdleElement,
  valueOf: OutputValue,
): MultiInstance['output'] => {
  const list = elementOf(loop, 'loopDataOutputRef');
  if (!list) return undefined;
  const whole = elementsOf(activity, 'dataOutputAssociations').find((each) =>
    elementsOf(each, 'sourceRef').includes(list),
  );
  const target = elementOf(whole, 'targetRef') ?? list;
  const item = elementOf(loop, 'outputDataItem');
  const association = item && associationTo(activity, 'dataOutputAssociations', item);
  const direct = association && assignmentsOf(source, association, outputReader(valueOf))[0]?.expression;
  const name = item ? variableName(item) : variableName(list);
  return { collection: variableName(target), item: direct ?? valueOf(name, name) };
};

const associationTo = (
  activity: ModdleElement,
  associations: 'dataInputAssociations' | 'dataOutputAssociations',
  item: ModdleElement,
): ModdleElement | undefined =>
  elementsOf(activity, associations).find((each) => elementOf(each, 'targetRef') === item);

/** Associations that the loop itself carries out: the collection in, the gathered list and the item of an instance out. */
export const isOfLoop = (activity: ModdleElement, association: ModdleElement): boolean => {
  const loop = elementOf(activity, 'loopCharacteristics');
  const ends = [...elementsOf(association, 'sourceRef'), elementOf(association, 'targetRef')];
  return ['loopDataInputRef', 'loopDataOutputRef', 'outputDataItem'].some((property) => {
    const part = elementOf(loop, property);
    return part !== undefined && LOOP_ENDS.has(part.$type) && ends.includes(part);
  });
};

const LOOP_ENDS = new Set(['bpmn:DataInput', 'bpmn:DataOutput']);

type Behaviour = Pick<MultiInstance, 'behavior' | 'event' | 'complex'>;

const BEHAVIOURS = { None: 'none', One: 'one', All: 'all', Complex: 'complex' } as const;

const behaviour = (source: Source, activity: ModdleElement, loop: ModdleElement): Behaviour => {
  const word = textOf(loop, 'behavior') ?? 'All';
  const behavior = Object.entries(BEHAVIOURS).find(([name]) => name === word)?.[1] ?? 'all';
  const thrown = (property: string): EventResult | undefined => {
    const definition = elementOf(loop, property);
    return definition && buildResult(source, activity, [definition]);
  };
  switch (behavior) {
    case 'none':
      return { behavior, ...optional('event', thrown('noneBehaviorEventRef')) };
    case 'one':
      return { behavior, ...optional('event', thrown('oneBehaviorEventRef')) };
    case 'complex':
      return {
        behavior,
        complex: elementsOf(loop, 'complexBehaviorDefinition').map((definition) => ({
          condition: feelIn(source, definition, 'condition') ?? 'false',
          event: buildResult(source, elementOf(definition, 'event') ?? definition),
        })),
      };
    case 'all':
      return { behavior };
  }
};
