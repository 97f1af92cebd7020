import { childOf, type XmlElement } from '../../xml/xml-element.js';
import { type BpmnModel } from '../model/bpmn-model.js';
import type { ModelCheck, Report } from '../model/rule.js';
import { executableProcesses } from './executable-processes.js';

/** What a process must say to be executed and may leave open in a drawing. */
export const checkExecutionData: ModelCheck = (model, report) => {
  const executable = new Set(executableProcesses(model));
  const runs = (element: XmlElement): boolean => {
    const process = model.processOf(element);
    return process !== undefined && executable.has(process);
  };
  for (const expression of model.ofType('tExpression')) {
    if (runs(expression) && !model.is(expression, 'tFormalExpression')) {
      report('BPMN.NOT_EXECUTABLE_EXPRESSION', expression);
    }
  }
  for (const event of model.ofType('tEvent')) if (runs(event)) checkEvent(model, event, report);
  for (const activity of model.ofType('tActivity'))
    if (runs(activity)) checkActivity(model, activity, report);
  for (const gateway of model.ofType('tComplexGateway')) {
    if (runs(gateway) && model.flowsTo(gateway).length > 1 && !childOf(gateway, 'activationCondition')) {
      report('BPMN.NOT_EXECUTABLE_GATEWAY', gateway);
    }
  }
};

const checkEvent = (model: BpmnModel, event: XmlElement, report: Report): void => {
  for (const definition of model.eventDefinitions(event)) {
    const lacks = lacking(model, event, definition);
    if (lacks !== undefined) report('BPMN.NOT_EXECUTABLE_EVENT', event, { what: lacks });
  }
};

/** What is thrown has a code; what catches errors or escalations may catch any. */
const lacking = (model: BpmnModel, event: XmlElement, definition: XmlElement): string | undefined => {
  const throws = model.is(event, 'tThrowEvent');
  const has = (attribute: string): boolean => definition.attributes.has(attribute);
  switch (definition.name) {
    case 'messageEventDefinition':
      return has('messageRef') || childOf(definition, 'operationRef') ? undefined : 'messageRef';
    case 'signalEventDefinition':
      return has('signalRef') ? undefined : 'signalRef';
    case 'timerEventDefinition':
      return TIMES.some((name) => childOf(definition, name)?.text.trim()) || isExtended(definition)
        ? undefined
        : TIMES.join(' / ');
    case 'errorEventDefinition':
      return throws ? codeLacking(model, definition, 'errorRef', 'errorCode') : undefined;
    case 'escalationEventDefinition':
      return throws ? codeLacking(model, definition, 'escalationRef', 'escalationCode') : undefined;
    default:
      return undefined;
  }
};

const TIMES = ['timeDate', 'timeDuration', 'timeCycle'];

/** Business timers and services of the house stand in extension elements. */
const isExtended = (element: XmlElement): boolean =>
  childOf(element, 'extensionElements')?.children.some(({ name }) => name.startsWith(HOUSE)) === true;

const HOUSE = '{http://lianban.org/schema/bpmn/1.0}';

const codeLacking = (
  model: BpmnModel,
  definition: XmlElement,
  reference: string,
  code: string,
): string | undefined => {
  const thrown = model.referred(definition, reference);
  if (!definition.attributes.has(reference)) return reference;
  return thrown && !thrown.attributes.get(code)?.trim() ? code : undefined;
};

const checkActivity = (model: BpmnModel, activity: XmlElement, report: Report): void => {
  if (model.isAny(activity, ['tSendTask', 'tReceiveTask'])) {
    const named = activity.attributes.has('messageRef') || activity.attributes.has('operationRef');
    if (!named && !isExtended(activity)) {
      report('BPMN.NOT_EXECUTABLE_TASK', activity, { what: 'messageRef' });
    }
  }
  if (model.is(activity, 'tScriptTask') && !childOf(activity, 'script')?.text.trim()) {
    report('BPMN.NOT_EXECUTABLE_TASK', activity, { what: 'script' });
  }
  const multiple = childOf(activity, 'multiInstanceLoopCharacteristics');
  if (multiple && !childOf(multiple, 'loopCardinality') && !childOf(multiple, 'loopDataInputRef')) {
    report('BPMN.NOT_EXECUTABLE_LOOP', activity, { what: 'loopCardinality / loopDataInputRef' });
  }
  const loop = childOf(activity, 'standardLoopCharacteristics');
  if (loop && !childOf(loop, 'loopCondition') && !loop.attributes.has('loopMaximum')) {
    report('BPMN.NOT_EXECUTABLE_LOOP', activity, { what: 'loopCondition / loopMaximum' });
  }
};
