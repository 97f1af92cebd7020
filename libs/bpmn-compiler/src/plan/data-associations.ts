import type { Assignment } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, feelOf, textOf } from '../read/properties.js';
import { feelIn, withName } from './expression.js';
import type { Source } from './source.js';
import { variableName } from './variables.js';

/** FEEL for the value of a data output when its node completes; `target` is the variable it goes to. */
export type OutputValue = (name: string, target: string) => string;

type ItemValue = (item: ModdleElement, target: string) => string;

/** Associations as assignments to the variables or data inputs that they lead to (BPMN 2.0.2 §10.4.2). */
export const dataInto = (source: Source, associations: readonly ModdleElement[]): readonly Assignment[] =>
  associations.flatMap((association) => assignmentsOf(source, association, variableName));

export const dataOutOf = (
  source: Source,
  associations: readonly ModdleElement[],
  valueOf: OutputValue,
): readonly Assignment[] =>
  associations.flatMap((association) => assignmentsOf(source, association, outputReader(valueOf)));

export const outputReader =
  (valueOf: OutputValue): ItemValue =>
  (item, target) =>
    item.$type === 'bpmn:DataOutput' ? valueOf(variableName(item), target) : variableName(item);

export const assignmentsOf = (
  source: Source,
  association: ModdleElement,
  valueOf: ItemValue,
): readonly Assignment[] => {
  const items = elementsOf(association, 'sourceRef');
  const target = elementOf(association, 'targetRef');
  const name = target && variableName(target);
  const scoped = (text: string, to: string): string =>
    items.reduce((body, item) => withName(variableName(item), valueOf(item, to), body), text);
  const assignments = elementsOf(association, 'assignment').flatMap((assignment) => {
    const from = feelIn(source, assignment, 'from');
    const to = feelOf(textOf(elementOf(assignment, 'to'), 'body')) ?? name;
    return from === undefined || to === undefined ? [] : [{ target: to, expression: scoped(from, to) }];
  });
  if (assignments.length > 0) return assignments;
  if (name === undefined) return [];
  const transformation = feelIn(source, association, 'transformation');
  const [item] = items;
  const copied = item && valueOf(item, name);
  const expression = transformation === undefined ? copied : scoped(transformation, name);
  // Copying a variable onto itself says nothing; so does an output that is set by its name already.
  return expression === undefined || expression === name ? [] : [{ target: name, expression }];
};
