import type { EventTrigger } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { buildTimer } from './build-timer.js';
import { errorCode, escalationCode, eventDefinitionsOf, signalName } from './event-names.js';
import { messageAt } from './message-at.js';
import { feelIn } from './expression.js';
import { optional } from './node-extensions.js';
import type { Source } from './source.js';

/** What a catch event, boundary event or start event waits for. */
export const buildTrigger = (source: Source, event: ModdleElement): EventTrigger => {
  const triggers = eventDefinitionsOf(event).map((definition) => triggerOf(source, event, definition));
  const [first, ...others] = triggers;
  if (!first) return { kind: 'none' };
  return others.length === 0
    ? first
    : { kind: 'multiple', of: triggers, all: event['parallelMultiple'] === true };
};

const triggerOf = (source: Source, event: ModdleElement, definition: ModdleElement): EventTrigger => {
  switch (definition.$type) {
    case 'bpmn:MessageEventDefinition':
      return { kind: 'message', message: messageAt(source, event, definition) };
    case 'bpmn:TimerEventDefinition':
      return { kind: 'timer', timer: buildTimer(source, definition) ?? UNTIMED };
    case 'bpmn:SignalEventDefinition':
      return { kind: 'signal', signal: signalName(definition) };
    case 'bpmn:ConditionalEventDefinition':
      return { kind: 'condition', condition: feelIn(source, definition, 'condition') ?? 'false' };
    case 'bpmn:ErrorEventDefinition':
      return { kind: 'error', ...optional('code', errorCode(definition)) };
    case 'bpmn:EscalationEventDefinition':
      return { kind: 'escalation', ...optional('code', escalationCode(definition)) };
    case 'bpmn:CompensateEventDefinition':
      return { kind: 'compensation', ...optional('handler', compensationHandler(source, event)) };
    case 'bpmn:CancelEventDefinition':
      return { kind: 'cancel' };
    case 'bpmn:LinkEventDefinition':
      return { kind: 'link' };
    default:
      source.refuse(event, `A ${event.$type} with ${definition.$type}`);
      return { kind: 'none' };
  }
};

/** A timer that says no time never fires by itself: a run that is driven from outside may still tell it to. */
const UNTIMED = { kind: 'date', iso: '9999-12-31T00:00:00Z' } as const;

const compensationHandler = (source: Source, event: ModdleElement): string | undefined =>
  event.$type === 'bpmn:BoundaryEvent' && event.id !== undefined
    ? source.associated.get(event.id)?.find((other) => other['isForCompensation'] === true)?.id
    : undefined;
