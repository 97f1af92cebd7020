import type {
  BoundaryEvent,
  EndEvent,
  EventTrigger,
  PlanNode,
  ServiceTask,
  UserTask,
} from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, extensionOf, feelOf, textOf, wordsOf } from '../read/properties.js';
import { clocksOf, inputsOf, nameOf, optional, outcomesOf, speechOf, timerOf } from './node-extensions.js';
import { ROLES } from './vocabulary.js';

/** What a node needs to know of its surroundings. */
export interface Surroundings {
  readonly parent?: string;
  readonly lane?: string;
  /** Ids of the boundary events attached to this element. */
  readonly boundary: readonly string[];
}

/** One flow node of the model as a plan node; undefined where a check has refused the element already. */
export const buildNode = (element: ModdleElement, around: Surroundings): PlanNode | undefined => {
  const id = element.id;
  if (id === undefined) return undefined;
  const base = {
    id,
    name: nameOf(element),
    ...optional('parent', around.parent),
    ...optional('lane', around.lane),
    incoming: idsOf(element, 'incoming'),
    outgoing: idsOf(element, 'outgoing'),
    ...speechOf(element),
  };
  const activity = {
    ...base,
    boundary: around.boundary,
    inputs: inputsOf(element),
    clocks: clocksOf(element).map((clock) => clock.id),
  };
  const definition = elementsOf(element, 'eventDefinitions')[0];
  const when = optional('when', feelOf(textOf(extensionOf(element, 'Condition'), 'when')));
  switch (element.$type) {
    case 'bpmn:StartEvent': {
      const message = definition && messageOf(definition);
      return {
        ...base,
        type: 'startEvent',
        trigger: message === undefined ? { kind: 'none' } : { kind: 'message', message },
        ...when,
      };
    }
    case 'bpmn:EndEvent':
      return {
        ...base,
        type: 'endEvent',
        result: endResult(definition),
        ...optional('outcome', textOf(extensionOf(element, 'End'), 'outcome')),
      };
    case 'bpmn:IntermediateCatchEvent': {
      const trigger = definition && catchTrigger(definition);
      return trigger && { ...base, type: 'intermediateCatchEvent', trigger };
    }
    case 'bpmn:IntermediateThrowEvent': {
      const signal = definition && textOf(elementOf(definition, 'signalRef'), 'name');
      return {
        ...base,
        type: 'intermediateThrowEvent',
        result: signal === undefined ? { kind: 'none' } : { kind: 'signal', signal },
      };
    }
    case 'bpmn:BoundaryEvent': {
      const trigger = definition && boundaryTrigger(definition);
      return (
        trigger && {
          ...base,
          type: 'boundaryEvent',
          attachedTo: elementOf(element, 'attachedToRef')?.id ?? '',
          interrupting: element['cancelActivity'] !== false,
          trigger,
          ...when,
          ...optional('closesAs', textOf(extensionOf(element, 'Closing'), 'as')),
        }
      );
    }
    case 'bpmn:UserTask':
      return { ...activity, type: 'userTask', ...taskOf(element) };
    case 'bpmn:ServiceTask':
      return { ...activity, type: 'serviceTask', implementation: implementationOf(element) };
    case 'bpmn:SendTask':
      return { ...activity, type: 'sendTask', implementation: implementationOf(element) };
    case 'bpmn:ReceiveTask':
      return { ...activity, type: 'receiveTask', message: messageOf(element) ?? '' };
    case 'bpmn:SubProcess':
      return { ...activity, type: 'subProcess', ...optional('start', innerStart(element)) };
    case 'bpmn:ExclusiveGateway':
      return { ...base, type: 'exclusiveGateway', ...defaultFlow(element) };
    case 'bpmn:InclusiveGateway':
      return { ...base, type: 'inclusiveGateway', ...defaultFlow(element) };
    case 'bpmn:ParallelGateway':
      return { ...base, type: 'parallelGateway' };
    default:
      return undefined;
  }
};

const idsOf = (element: ModdleElement, property: string): readonly string[] =>
  elementsOf(element, property).flatMap((flow) => flow.id ?? []);

const messageOf = (element: ModdleElement): string | undefined =>
  textOf(elementOf(element, 'messageRef'), 'name');

const endResult = (definition: ModdleElement | undefined): EndEvent['result'] => {
  if (definition?.$type === 'bpmn:TerminateEventDefinition') return { kind: 'terminate' };
  if (definition?.$type === 'bpmn:ErrorEventDefinition') {
    return { kind: 'error', code: textOf(elementOf(definition, 'errorRef'), 'errorCode') ?? '' };
  }
  return { kind: 'none' };
};

const catchTrigger = (definition: ModdleElement): EventTrigger | undefined => {
  switch (definition.$type) {
    case 'bpmn:MessageEventDefinition': {
      const message = messageOf(definition);
      return message === undefined ? undefined : { kind: 'message', message };
    }
    case 'bpmn:TimerEventDefinition': {
      const timer = timerOf(definition);
      return timer && { kind: 'timer', timer };
    }
    case 'bpmn:SignalEventDefinition': {
      const signal = textOf(elementOf(definition, 'signalRef'), 'name');
      return signal === undefined ? undefined : { kind: 'signal', signal };
    }
    default:
      return undefined;
  }
};

const boundaryTrigger = (definition: ModdleElement): BoundaryEvent['trigger'] | undefined =>
  definition.$type === 'bpmn:ErrorEventDefinition'
    ? { kind: 'error', ...optional('code', textOf(elementOf(definition, 'errorRef'), 'errorCode')) }
    : catchTrigger(definition);

const taskOf = (element: ModdleElement): Pick<UserTask, 'form' | 'outcomes' | 'rules' | 'role'> => {
  const task = extensionOf(element, 'Task');
  return {
    ...optional('form', textOf(task, 'form')),
    outcomes: outcomesOf(element),
    rules: wordsOf(textOf(task, 'rules')),
    ...optional(
      'role',
      ROLES.find((role) => role === textOf(task, 'role')),
    ),
  };
};

const implementationOf = (element: ModdleElement): ServiceTask['implementation'] => {
  const service = extensionOf(element, 'Service');
  const name = textOf(service, 'name') ?? '';
  return textOf(service, 'kind') === 'conductor'
    ? { kind: 'conductor', operation: name }
    : { kind: 'local', service: name };
};

const innerStart = (element: ModdleElement): string | undefined =>
  elementsOf(element, 'flowElements').find((inner) => inner.$type === 'bpmn:StartEvent')?.id;

const defaultFlow = (element: ModdleElement): { readonly defaultFlow?: string } =>
  optional('defaultFlow', elementOf(element, 'default')?.id);
