import type { JsonObject } from '@lianban/kernel';
import type {
  Activity,
  BusinessRuleTask,
  CallActivity,
  ScriptTask,
  SubProcess,
} from '../../plan/plan-node.js';
import type { VariableDeclaration } from '../../plan/variable-declaration.js';
import type { Token } from '../../state/case-state.js';
import { arm } from '../events/arm.js';
import { throwMessage } from '../events/throw-message.js';
import { ExpressionFailure, failure } from '../machine/expression-failure.js';
import type { Machine } from '../machine/machine.js';
import { keepWords, variablesAt } from '../machine/variables.js';
import type { Work } from '../machine/work.js';
import { openInside } from './open-inside.js';

/** The work of an activity, or of one of its instances, begins. */
export const startActivity = (machine: Machine, token: Token, node: Activity): readonly Work[] => {
  switch (node.type) {
    case 'task':
      return [{ kind: 'leave', token: token.id, locals: {} }];
    case 'userTask':
    case 'manualTask': {
      const input = machine.values(node.inputs, token);
      const instance =
        machine.isInstance(token) && token.instance ? { instance: numbered(token.instance) } : {};
      machine.emit({ kind: 'task-created', task: token.id, node: node.id, input, ...instance });
      return [];
    }
    case 'serviceTask':
    case 'sendTask':
      return requestService(machine, token, node);
    case 'receiveTask':
      return arm(machine, { token: token.id }, token, node);
    case 'scriptTask':
      return runScript(machine, token, node);
    case 'businessRuleTask':
      return makeDecision(machine, token, node);
    case 'subProcess':
      return enterSubProcess(machine, token, node);
    case 'callActivity':
      return callProcess(machine, token, node);
  }
};

/** Asks for the service of a step, on coming to it and again after a refusal. */
export const requestService = (
  machine: Machine,
  token: Token,
  node: Extract<Activity, { type: 'serviceTask' | 'sendTask' }>,
): readonly Work[] => {
  const input = machine.values(node.inputs, token);
  const { id, implementation } = node;
  if (implementation.kind === 'message') {
    throwMessage(machine, node, implementation.message, input);
    return [{ kind: 'leave', token: token.id, locals: {} }];
  }
  machine.emit({ kind: 'service-requested', token: token.id, node: id, implementation, input });
  return [];
};

const numbered = ({ counter, item }: NonNullable<Token['instance']>) => ({
  counter,
  ...(item === undefined ? {} : { item }),
});

const runScript = (machine: Machine, token: Token, node: ScriptTask): readonly Work[] => {
  const input = machine.values(node.inputs, token);
  const value = machine.evaluate(node.script, token, input);
  machine.emit({ kind: 'script-done', node: node.id, value });
  return doneWith(machine, token, { result: value });
};

const makeDecision = (machine: Machine, token: Token, node: BusinessRuleTask): readonly Work[] => {
  const inputs =
    node.inputs.length === 0 ? variablesAt(machine, token, {}) : machine.values(node.inputs, token);
  const made = machine.context.decide?.(node.decision, inputs);
  if (!made) throw failure('CASES.NO_DECISIONS', `Nothing here makes the decision ${node.decision}.`);
  if (!made.ok) throw new ExpressionFailure(made.error);
  return doneWith(machine, token, { result: made.value });
};

const doneWith = (machine: Machine, token: Token, words: JsonObject): readonly Work[] => {
  keepWords(machine, token, token.node, words);
  return [{ kind: 'leave', token: token.id, locals: words }];
};

const enterSubProcess = (machine: Machine, token: Token, node: SubProcess): readonly Work[] => {
  const input = machine.values(node.inputs, token);
  const { startedBy } = token;
  return openInside(machine, token, node, {
    ...(node.variables ? { data: declared(node.variables) } : {}),
    input,
    ...(startedBy === undefined ? {} : { startedBy }),
    ...(node.adHoc ? { oneByOne: node.adHoc.ordering === 'sequential' } : {}),
  });
};

const callProcess = (machine: Machine, token: Token, node: CallActivity): readonly Work[] => {
  const called = machine.index.plan.called?.[node.calls];
  if (!called) throw failure('CASES.PROCESS_UNKNOWN', `The process ${node.calls} is not part of the plan.`);
  const input = machine.values(node.inputs, token);
  return openInside(machine, token, node, {
    process: node.calls,
    data: { ...declared(called.variables), ...input },
    input: {},
  });
};

/** Variables are null until something sets them. */
export const declared = (variables: readonly VariableDeclaration[]): JsonObject =>
  Object.fromEntries(variables.map(({ name }) => [name, null]));
