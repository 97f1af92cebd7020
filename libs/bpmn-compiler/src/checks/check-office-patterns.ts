import type { ModdleElement } from 'bpmn-moddle';
import { type Diagnostic, problem } from '../diagnostic.js';
import { ratioOf } from '../plan/office/signing.js';
import { RETURN_WAYS } from '../plan/vocabulary.js';
import { elementOf, elementsOf, extensionOf, extensionsOf, textOf, wordsOf } from '../read/properties.js';

/** Countersigning, supplement rounds and returns say all that they need, and stand where they mean something. */
export const checkOfficePatterns = (
  definitions: ModdleElement,
  elements: readonly ModdleElement[],
): readonly Diagnostic[] => {
  const messages = elementsOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Message');
  const known = new Set(messages.flatMap(({ id, name }) => [id, name]));
  const tasks = new Set(elements.filter(isUserTask).flatMap(({ id }) => id ?? []));
  return elements.flatMap((element) => [
    ...checkSigning(element),
    ...checkSupplements(element, known),
    ...checkReturn(element, tasks),
  ]);
};

const isUserTask = ({ $type }: ModdleElement): boolean => $type === 'bpmn:UserTask';

const outcomesOf = (element: ModdleElement): ReadonlySet<unknown> =>
  new Set(extensionsOf(element, 'Outcome').map((outcome) => outcome['code']));

const checkSigning = (element: ModdleElement): readonly Diagnostic[] => {
  const signing = extensionOf(element, 'Signing');
  if (!signing) return [];
  const found = (message: string): readonly Diagnostic[] => [
    problem('BPMN.SIGNING_INCOMPLETE', message, element.id),
  ];
  const consent = textOf(signing, 'consent');
  return [
    ...(isUserTask(element) ? [] : found('Only a user task can be countersigned.')),
    ...(elementOf(element, 'loopCharacteristics')
      ? found('A countersigned task is a multi-instance task already; it takes no loop besides.')
      : []),
    ...(textOf(signing, 'signers') === undefined ? found('The countersigning names no signers.') : []),
    ...(consent !== undefined && outcomesOf(element).has(consent)
      ? []
      : found('The outcome that counts as consent must be one of the task’s outcomes.')),
    ...(textOf(signing, 'mode') === 'ratio' && !ratioOf(textOf(signing, 'ratio'))
      ? found('A vote needs the share that carries it, such as ratio="2/3".')
      : []),
  ];
};

const checkSupplements = (element: ModdleElement, messages: ReadonlySet<unknown>): readonly Diagnostic[] =>
  extensionsOf(element, 'Supplement').flatMap((round) => {
    const found = (message: string): readonly Diagnostic[] => [
      problem('BPMN.SUPPLEMENT_INCOMPLETE', message, element.id),
    ];
    return [
      ...(isUserTask(element) ? [] : found('Only a user task can begin a supplement round.')),
      ...(outcomesOf(element).has(textOf(round, 'outcome'))
        ? []
        : found('The outcome that asks for a supplement must be one of the task’s outcomes.')),
      ...(messages.has(textOf(round, 'message'))
        ? []
        : found('The supplement must name a message of the file that brings it.')),
      ...(elementsOf(element, 'outgoing').length === 0
        ? found('The task has no way on for its other outcomes.')
        : []),
    ];
  });

const checkReturn = (element: ModdleElement, tasks: ReadonlySet<string>): readonly Diagnostic[] => {
  const back = extensionOf(element, 'Return');
  if (!back) return [];
  const found = (message: string): Diagnostic => problem('BPMN.RETURN_INVALID', message, element.id);
  const ways: readonly string[] = RETURN_WAYS;
  return [
    ...(isUserTask(element) ? [] : [found('Only a user task can be sent back.')]),
    ...wordsOf(textOf(back, 'to'))
      .filter((id) => id !== '*' && !tasks.has(id))
      .map((id) => found(`"${id}" is no user task of this process.`)),
    ...wordsOf(textOf(back, 'then'))
      .filter((way) => !ways.includes(way))
      .map((way) => found(`"${way}" is no way on; it may be ${ways.join(', ')}.`)),
  ];
};
