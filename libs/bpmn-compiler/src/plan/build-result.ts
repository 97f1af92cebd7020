import type { EventResult } from '@lianban/process-runtime';
import type { ModdleElement } from 'bpmn-moddle';
import { elementOf, elementsOf, textOf } from '../read/properties.js';
import { errorCode, escalationCode, eventDefinitionsOf, signalName } from './event-names.js';
import { messageAt } from './message-at.js';
import { optional } from './node-extensions.js';
import type { Source } from './source.js';

/** What an end event, a throw event or the behaviour of a multi-instance activity does. */
export const buildResult = (
  source: Source,
  event: ModdleElement,
  definitions: readonly ModdleElement[] = eventDefinitionsOf(event),
): EventResult => {
  const results = definitions.map((definition) => resultOf(source, event, definition));
  const [first, ...others] = results;
  if (!first) return { kind: 'none' };
  return others.length === 0 ? first : { kind: 'multiple', of: results };
};

const resultOf = (source: Source, event: ModdleElement, definition: ModdleElement): EventResult => {
  switch (definition.$type) {
    case 'bpmn:TerminateEventDefinition':
      return { kind: 'terminate' };
    case 'bpmn:CancelEventDefinition':
      return { kind: 'cancel' };
    case 'bpmn:ErrorEventDefinition':
      return { kind: 'error', code: errorCode(definition) ?? '' };
    case 'bpmn:EscalationEventDefinition':
      return { kind: 'escalation', code: escalationCode(definition) ?? '' };
    case 'bpmn:SignalEventDefinition':
      return { kind: 'signal', signal: signalName(definition) };
    case 'bpmn:MessageEventDefinition':
      return { kind: 'message', message: messageAt(source, event, definition) };
    case 'bpmn:CompensateEventDefinition':
      return {
        kind: 'compensation',
        ...optional('activity', elementOf(definition, 'activityRef')?.id),
        wait: definition['waitForCompletion'] !== false,
      };
    case 'bpmn:LinkEventDefinition': {
      const to = linkTarget(event, definition);
      return to === undefined ? { kind: 'none' } : { kind: 'link', to };
    }
    default:
      source.refuse(event, `A ${event.$type} with ${definition.$type}`);
      return { kind: 'none' };
  }
};

/** The catch event of the link: its definition is pointed at, or has the same name, in the same process level. */
const linkTarget = (thrower: ModdleElement, definition: ModdleElement): string | undefined => {
  const targets = thrower.$parent && targetsOf(thrower.$parent);
  const pointedAt = elementOf(definition, 'target');
  return (pointedAt && targets?.get(pointedAt)) ?? targets?.get(linkName(thrower, definition));
};

type Targets = ReadonlyMap<ModdleElement | string, string>;

/** Looked up once a level: a file of thousands of links would be read a million times else. */
const known = new WeakMap<ModdleElement, Targets>();

const targetsOf = (level: ModdleElement): Targets => {
  const before = known.get(level);
  if (before) return before;
  const targets = new Map<ModdleElement | string, string>();
  for (const event of elementsOf(level, 'flowElements')) {
    if (event.$type !== 'bpmn:IntermediateCatchEvent' || event.id === undefined) continue;
    for (const definition of eventDefinitionsOf(event)) {
      if (definition.$type !== 'bpmn:LinkEventDefinition') continue;
      targets.set(definition, event.id);
      const name = linkName(event, definition);
      if (!targets.has(name)) targets.set(name, event.id);
    }
  }
  known.set(level, targets);
  return targets;
};

/** Modellers put the name of the link on the event as often as on its definition. */
const linkName = (event: ModdleElement, definition: ModdleElement): string =>
  textOf(definition, 'name') ?? textOf(event, 'name') ?? '';
