import type { XmlElement } from '../../xml/xml-element.js';
import { type BpmnModel, isFalse, isTrue } from '../model/bpmn-model.js';
import type { ModelCheck, Report } from '../model/rule.js';

type Trigger =
  | 'Message'
  | 'Timer'
  | 'Error'
  | 'Escalation'
  | 'Cancel'
  | 'Compensate'
  | 'Conditional'
  | 'Link'
  | 'Signal'
  | 'Terminate';

interface Place {
  readonly where: string;
  readonly whereZh: string;
  readonly allowed: readonly Trigger[];
}

const PLACES = {
  start: {
    where: 'start of a process',
    whereZh: '流程开始',
    allowed: ['Message', 'Timer', 'Conditional', 'Signal'],
  },
  startOfSubProcess: { where: 'start of a sub-process', whereZh: '子流程开始', allowed: [] },
  startOfEventSubProcess: {
    where: 'start of an event sub-process',
    whereZh: '事件子流程开始',
    allowed: ['Message', 'Timer', 'Escalation', 'Error', 'Compensate', 'Conditional', 'Signal'],
  },
  catching: {
    where: 'intermediate catch',
    whereZh: '中间捕获',
    allowed: ['Message', 'Timer', 'Conditional', 'Link', 'Signal'],
  },
  throwing: {
    where: 'intermediate throw',
    whereZh: '中间抛出',
    allowed: ['Message', 'Escalation', 'Compensate', 'Link', 'Signal'],
  },
  implicit: {
    where: 'implicit throw',
    whereZh: '隐式抛出',
    allowed: ['Message', 'Escalation', 'Compensate', 'Signal', 'Error'],
  },
  boundary: {
    where: 'boundary',
    whereZh: '边界',
    allowed: ['Message', 'Timer', 'Escalation', 'Error', 'Cancel', 'Compensate', 'Conditional', 'Signal'],
  },
  end: {
    where: 'end',
    whereZh: '结束',
    allowed: ['Message', 'Escalation', 'Error', 'Cancel', 'Compensate', 'Signal', 'Terminate'],
  },
  startOfChoreography: {
    where: 'start of a choreography',
    whereZh: '编排图开始',
    allowed: ['Timer', 'Conditional', 'Signal'],
  },
  endOfChoreography: { where: 'end of a choreography', whereZh: '编排图结束', allowed: ['Terminate'] },
  catchingInChoreography: {
    where: 'intermediate catch in a choreography',
    whereZh: '编排图中间捕获',
    allowed: ['Timer', 'Conditional', 'Link', 'Signal', 'Message'],
  },
  throwingInChoreography: {
    where: 'intermediate throw in a choreography',
    whereZh: '编排图中间抛出',
    allowed: ['Link', 'Signal'],
  },
} as const satisfies Readonly<Record<string, Place>>;

/** Which event definitions may stand where, and which of them always interrupt. */
export const checkTriggers: ModelCheck = (model, report) => {
  for (const event of model.ofType('tEvent')) {
    const place = placeOf(model, event);
    if (place) checkPlace(model, event, place, report);
  }
  for (const event of model.ofType('tIntermediateCatchEvent')) checkWaiting(model, event, report);
  for (const event of model.ofType('tBoundaryEvent')) checkWaiting(model, event, report);
  for (const container of model.ofType('tSubProcess')) {
    if (isTrue(container, 'triggeredByEvent')) checkEventSubProcess(model, container, report);
  }
  for (const event of model.ofType('tCatchEvent')) {
    const count = model.definitionCount(event);
    if (isTrue(event, 'parallelMultiple') && count < 2) {
      report('BPMN.MULTIPLE_OF_ONE', event, { count: String(count) });
    }
  }
};

const placeOf = (model: BpmnModel, event: XmlElement): Place | undefined => {
  const around = event.parent;
  const choreography = model.isAny(around, ['tChoreography', 'tSubChoreography']);
  if (model.is(event, 'tStartEvent')) {
    if (choreography) return PLACES.startOfChoreography;
    if (!model.is(around, 'tSubProcess')) return PLACES.start;
    return isTrue(around, 'triggeredByEvent') ? PLACES.startOfEventSubProcess : PLACES.startOfSubProcess;
  }
  if (model.is(event, 'tEndEvent')) return choreography ? PLACES.endOfChoreography : PLACES.end;
  if (model.is(event, 'tBoundaryEvent')) return PLACES.boundary;
  if (model.is(event, 'tImplicitThrowEvent')) return PLACES.implicit;
  if (model.is(event, 'tIntermediateCatchEvent')) {
    return choreography ? PLACES.catchingInChoreography : PLACES.catching;
  }
  if (model.is(event, 'tIntermediateThrowEvent')) {
    return choreography ? PLACES.throwingInChoreography : PLACES.throwing;
  }
  return undefined;
};

const triggerOf = (model: BpmnModel, definition: XmlElement): string =>
  model.is(definition, 'tEventDefinition') ? definition.name.replace('EventDefinition', '') : '';

const checkPlace = (model: BpmnModel, event: XmlElement, place: Place, report: Report): void => {
  const allowed = place.allowed.map((trigger) => trigger.toLowerCase());
  for (const definition of model.eventDefinitions(event)) {
    const trigger = triggerOf(model, definition);
    if (trigger === '') continue;
    if (!allowed.includes(trigger)) {
      report('BPMN.TRIGGER_NOT_ALLOWED', event, {
        trigger,
        where: `(${place.where})`,
        whereZh: place.whereZh,
        allowed: allowed.join(', ') || 'none',
        allowedZh: allowed.join('、') || '无触发',
      });
      continue;
    }
    const attribute = alwaysInterrupts(model, event, trigger);
    if (attribute !== undefined && isFalse(event, attribute)) {
      report('BPMN.MUST_INTERRUPT', event, { trigger, attribute });
    }
  }
};

/** A boundary event for compensation waits for an activity that is over: there is nothing left to interrupt. */
const alwaysInterrupts = (model: BpmnModel, event: XmlElement, trigger: string): string | undefined => {
  if (model.is(event, 'tBoundaryEvent') && ['error', 'cancel'].includes(trigger)) return 'cancelActivity';
  if (model.is(event, 'tStartEvent') && ['error', 'compensate'].includes(trigger)) return 'isInterrupting';
  return undefined;
};

const checkWaiting = (model: BpmnModel, event: XmlElement, report: Report): void => {
  if (model.definitionCount(event) === 0) report('BPMN.TRIGGER_MISSING', event);
};

const checkEventSubProcess = (model: BpmnModel, container: XmlElement, report: Report): void => {
  const starts = container.children.filter((child) => model.is(child, 'tStartEvent'));
  const triggered = starts.filter((start) => model.definitionCount(start) > 0);
  if (starts.length !== 1 || triggered.length !== 1) {
    report('BPMN.NOT_EXECUTABLE_EVENT_SUBPROCESS', container, { count: String(triggered.length) });
  }
};
