import type { PlanFlow, PlanNode, SupplementRule, UserTask } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementsOf, extensionsOf, textOf } from '../../read/properties.js';
import { messageName } from '../event-names.js';
import { optional } from '../node-extensions.js';

/** What supplement rounds (补正) add to a graph, and what they change in it. */
export interface Rounds {
  readonly nodes: readonly PlanNode[];
  readonly flows: readonly PlanFlow[];
}

/**
 * An outcome of a task that asks the applicant for more: the task closes, the clocks that know the ground stand still, the
 * message is waited for, they run on, and the task is there again. As nodes: an event that stops them, one that catches
 * the message and resumes them, and a way back. The ways that the task has already are left alone by this outcome.
 */
export const supplementRounds = (
  definitions: ModdleElement,
  element: ModdleElement,
  task: PlanNode | undefined,
  ways: readonly PlanFlow[],
): Rounds => {
  const rounds = extensionsOf(element, 'Supplement');
  if (rounds.length === 0 || task?.type !== 'userTask') return { nodes: [], flows: [] };
  const supplements = rounds.map((round) => ruleOf(definitions, task, round));
  const begun = supplements.map(({ outcome }) => `outcome = ${JSON.stringify(outcome)}`).join(' or ');
  const parts = supplements.map((rule) => roundOf(task, rule));
  return {
    nodes: [
      {
        ...task,
        incoming: [...task.incoming, ...parts.map(({ back }) => back.id)],
        outgoing: [...task.outgoing, ...parts.map(({ into }) => into.id)],
        supplements,
      },
      ...parts.flatMap(({ nodes }) => nodes),
    ],
    flows: [
      ...ways.filter(({ id }) => id !== task.defaultFlow).map((way) => exceptWhere(begun, way)),
      ...parts.flatMap(({ into, on, back }) => [into, on, back]),
    ],
  };
};

const ruleOf = (definitions: ModdleElement, task: UserTask, round: ModdleElement): SupplementRule => {
  const outcome = textOf(round, 'outcome') ?? '';
  const message = textOf(round, 'message') ?? '';
  const root = elementsOf(definitions, 'rootElements').find(
    (each) => each.$type === 'bpmn:Message' && (each.id === message || each['name'] === message),
  );
  return {
    outcome,
    message: (root && messageName(root)) ?? message,
    ground: textOf(round, 'ground') ?? 'supplement',
    wait: `${task.id}/${outcome}/wait`,
  };
};

const exceptWhere = (begun: string, way: PlanFlow): PlanFlow => ({
  ...way,
  condition: way.condition === undefined ? `not(${begun})` : `not(${begun}) and (${way.condition})`,
});

/** Ids with a stroke cannot stand in a file, so none of these can meet one that does. */
const roundOf = (task: UserTask, { outcome, message, ground, wait }: SupplementRule) => {
  const begin = `${task.id}/${outcome}`;
  const flow = (name: string, from: string, to: string): PlanFlow => ({ id: `${begin}/${name}`, from, to });
  const into: PlanFlow = {
    ...flow('into', task.id, begin),
    condition: `outcome = ${JSON.stringify(outcome)}`,
  };
  const on = flow('on', begin, wait);
  const back = flow('back', wait, task.id);
  const common = {
    shownAt: task.id,
    ...optional('parent', task.parent),
    ...optional('lane', task.lane),
    ...optional('stepNo', task.stepNo),
    milestones: [],
    emits: [],
    outputs: [],
  };
  const nodes: readonly PlanNode[] = [
    {
      ...common,
      type: 'intermediateThrowEvent',
      id: begin,
      name: { zh: `${task.name.zh}：要求补正`, en: `${task.name.en}: supplement asked for` },
      incoming: [into.id],
      outgoing: [on.id],
      clockStops: [{ action: 'stop', ground }],
      result: { kind: 'none' },
    },
    {
      ...common,
      type: 'intermediateCatchEvent',
      id: wait,
      name: { zh: `${task.name.zh}：等待补正`, en: `${task.name.en}: waiting for the supplement` },
      incoming: [on.id],
      outgoing: [back.id],
      clockStops: [{ action: 'resume', ground }],
      trigger: { kind: 'message', message },
    },
  ];
  return { nodes, into, on, back };
};
