import type { Machine } from '../machine/machine.js';
import { keepWords } from '../machine/variables.js';
import type { Stimulus } from '../stimulus.js';
import { type Applied, DONE, refuse } from './refusal.js';

export const completeTask = (
  machine: Machine,
  stimulus: Extract<Stimulus, { kind: 'complete-task' }>,
): Applied => {
  const token = machine.tokens.get(stimulus.task);
  const node = token && machine.nodeOf(token);
  const open =
    token && !token.incident && !token.idle && machine.scopes.get(token.holds ?? '')?.loop === undefined;
  if (!open || (node?.type !== 'userTask' && node?.type !== 'manualTask')) {
    return refuse('conflict', 'CASES.TASK_NOT_OPEN', 'The task is not open any more.');
  }
  if (node.outcomes.length > 0 && !node.outcomes.some(({ code }) => code === stimulus.outcome)) {
    return refuse('invalid', 'CASES.OUTCOME_UNKNOWN', 'The task has no such outcome.');
  }
  const { data, variables } = stimulus;
  const outcome = stimulus.outcome ?? null;
  machine.emit({
    kind: 'task-closed',
    task: token.id,
    node: node.id,
    how: 'completed',
    ...(outcome === null ? {} : { outcome }),
  });
  keepWords(machine, token, node.id, { outcome, form: data });
  if (variables) machine.put(variables, machine.tokens.get(token.id) ?? token);
  machine.next({ kind: 'leave', token: token.id, locals: { form: data, outcome } });
  return DONE;
};
