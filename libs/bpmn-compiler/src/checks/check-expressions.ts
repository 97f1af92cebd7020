import type { PlanNode } from '@lianban/process-runtime';
import { problem } from '../diagnostic.js';
import type { PlanCheck } from './plan-check.js';

/** Every FEEL text must be readable and bounded before anything is published. */
export const checkExpressions: PlanCheck = (plan, { expressionProblem }) => {
  const texts: { readonly id: string; readonly text: string }[] = [];
  const add = (id: string, text: string | undefined): void => {
    if (text !== undefined) texts.push({ id, text });
  };
  for (const flow of Object.values(plan.flows)) add(flow.id, flow.condition);
  for (const node of Object.values(plan.nodes)) for (const text of expressionsOf(node)) add(node.id, text);
  for (const clock of Object.values(plan.clocks)) add(clock.id, clock.metWhen);
  for (const message of Object.values(plan.messages))
    add(plan.processId, message.correlationKey || undefined);
  add(plan.processId, plan.businessKey);
  return texts.flatMap(({ id, text }) => {
    const reason = expressionProblem(text);
    return reason === undefined ? [] : [problem('BPMN.EXPRESSION', `${reason} (${text})`, id)];
  });
};

const expressionsOf = (node: PlanNode): readonly (string | undefined)[] => [
  ...node.outputs.map((output) => output.expression),
  ...('inputs' in node ? node.inputs.map((input) => input.expression) : []),
  ...node.milestones.flatMap((milestone) => [milestone.at, milestone.when]),
  ...node.emits.flatMap((emit) => [emit.when, ...emit.data.map((field) => field.expression)]),
  'when' in node ? node.when : undefined,
];
