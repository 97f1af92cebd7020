import type { PlanNode, ServiceTask, UserTask } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { declaredTextOf, extensionOf, textOf, wordsOf } from '../read/properties.js';
import { type ActivityBase, activityBaseOf } from './activity-base.js';
import { buildScript } from './build-script.js';
import { buildSubProcess } from './build-sub-process.js';
import type { OutputValue } from './data-associations.js';
import { calledKey } from './called-key.js';
import { messageAt } from './message-at.js';
import type { NodeBase } from './node-base.js';
import { optional, outcomesOf } from './node-extensions.js';
import { goingBack } from './office/going-back.js';
import type { Source } from './source.js';
import { ROLES } from './vocabulary.js';

export const buildActivity = (
  source: Source,
  element: ModdleElement,
  base: NodeBase,
  boundary: readonly string[],
): PlanNode | undefined => {
  const reading = OUTPUT_VALUES[element.$type] ?? byName;
  const activity = activityBaseOf(source, element, base, boundary, reading);
  switch (element.$type) {
    case 'bpmn:Task':
    case 'bpmn:GlobalTask':
      return { ...activity, type: 'task' };
    case 'bpmn:UserTask':
    case 'bpmn:GlobalUserTask':
      return { ...activity, type: 'userTask', ...taskOf(element) };
    case 'bpmn:ManualTask':
    case 'bpmn:GlobalManualTask':
      return { ...activity, type: 'manualTask', ...taskOf(element) };
    case 'bpmn:ServiceTask':
      return { ...activity, type: 'serviceTask', implementation: serviceOf(element) };
    case 'bpmn:SendTask':
      return { ...activity, type: 'sendTask', implementation: sendingOf(source, element) };
    case 'bpmn:ReceiveTask':
      return {
        ...activity,
        type: 'receiveTask',
        message: messageAt(source, element, element),
        ...(element['instantiate'] === true ? { instantiate: true } : {}),
      };
    case 'bpmn:ScriptTask':
    case 'bpmn:GlobalScriptTask':
      return buildScript(source, element, activity);
    case 'bpmn:BusinessRuleTask':
    case 'bpmn:GlobalBusinessRuleTask':
      return buildRule(element, activity);
    case 'bpmn:CallActivity':
      return buildCall(source, element, activity);
    default:
      return buildSubProcess(source, element, activity);
  }
};

/** What a task was completed with is set by name; an output that was not given leaves its variable as it is. */
const byName: OutputValue = (name, target) =>
  name === target ? name : `if ${name} = null then ${target} else ${name}`;

const field = (holder: string, name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? `${holder}.${name}` : `get value(${holder}, "${name}")`;

/** Where a kind of activity leaves the value of a data output. */
const OUTPUT_VALUES: Readonly<Record<string, OutputValue>> = {
  'bpmn:ScriptTask': () => 'result',
  'bpmn:GlobalScriptTask': () => 'result',
  'bpmn:BusinessRuleTask': () => 'result',
  'bpmn:GlobalBusinessRuleTask': () => 'result',
  'bpmn:CallActivity': (name) => field('result', name),
  'bpmn:ReceiveTask': (name) => field('event.data', name),
};

const taskOf = (
  element: ModdleElement,
): Pick<UserTask, 'form' | 'outcomes' | 'rules' | 'role' | 'returns' | 'takeBack'> => {
  const task = extensionOf(element, 'Task');
  return {
    ...optional('form', textOf(task, 'form')),
    outcomes: outcomesOf(element),
    rules: wordsOf(textOf(task, 'rules')),
    ...optional(
      'role',
      ROLES.find((role) => role === textOf(task, 'role')),
    ),
    ...goingBack(element),
  };
};

/** Without our extension, whoever runs the process performs the task; `implementation` may say what. */
const serviceOf = (element: ModdleElement): ServiceTask['implementation'] => {
  const service = extensionOf(element, 'Service');
  if (!service) return { kind: 'conductor', operation: implementationOf(element) ?? '' };
  const name = textOf(service, 'name') ?? '';
  return textOf(service, 'kind') === 'conductor'
    ? { kind: 'conductor', operation: name }
    : { kind: 'local', service: name };
};

const sendingOf = (source: Source, element: ModdleElement): ServiceTask['implementation'] =>
  extensionOf(element, 'Service')
    ? serviceOf(element)
    : { kind: 'message', message: messageAt(source, element, element) };

/** `##unspecified`, `##WebService` and the like name no implementation. */
const implementationOf = (element: ModdleElement): string | undefined => {
  const implementation = declaredTextOf(element, 'implementation');
  return implementation?.startsWith('##') ? undefined : implementation;
};

/** A rule task that names no decision is a task like any other (BPMN 2.0.2 §10.3.3.1). */
const buildRule = (element: ModdleElement, activity: ActivityBase): PlanNode => {
  const extension = extensionOf(element, 'Decision');
  const decision = textOf(extension, 'ref') ?? implementationOf(element);
  if (decision === undefined) return { ...activity, type: 'task' };
  const result = textOf(extension, 'result');
  const outputs =
    result === undefined ? activity.outputs : [{ target: result, expression: 'result' }, ...activity.outputs];
  return { ...activity, outputs, type: 'businessRuleTask', decision };
};

/** A call of nothing is a task of no kind; so is one of what is not at hand, where the host says so. */
const buildCall = (source: Source, element: ModdleElement, activity: ActivityBase): PlanNode => {
  const calls = calledKey(source.callables, element);
  const atHand = calls !== undefined && (source.callables.has(calls) || source.published.has(calls));
  return calls === undefined || (source.passMissingCalls && !atHand)
    ? { ...activity, type: 'task' }
    : { ...activity, type: 'callActivity', calls };
};
