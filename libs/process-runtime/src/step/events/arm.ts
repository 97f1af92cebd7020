import type { EventTrigger } from '../../plan/event-trigger.js';
import type { BoundaryEvent, PlanNode } from '../../plan/plan-node.js';
import { reachesOtherCases } from '../../plan/reaches-other-cases.js';
import type { Scope, Token, Wait } from '../../state/case-state.js';
import type { Machine } from '../machine/machine.js';
import type { Place } from '../machine/variables.js';
import type { Work } from '../machine/work.js';
import { resolveTimer } from './timers.js';
import { partsOf, triggerOf } from './triggers.js';

type Owner = { readonly token: string } | { readonly scope: string };

/**
 * Arms one event for a token or a scope; answers the work where a condition holds already. A message that is
 * buffered is delivered when the step settles (see run.ts).
 */
export const arm = (machine: Machine, owner: Owner, place: Place, node: PlanNode): readonly Work[] => {
  const trigger = triggerOf(node);
  return partsOf(trigger).flatMap((part, i) =>
    armPart(
      machine,
      { ...owner, node: node.id, ...(trigger.kind === 'multiple' ? { part: i } : {}) },
      place,
      part,
    ),
  );
};

const armPart = (
  machine: Machine,
  base: Omit<Wait, 'id' | 'kind'>,
  place: Place,
  trigger: EventTrigger,
): readonly Work[] => {
  const { node } = base;
  switch (trigger.kind) {
    case 'message': {
      const { message } = trigger;
      const wait = machine.openWait({ ...base, kind: 'message', name: message });
      machine.emit({ kind: 'message-awaited', wait: wait.id, node, message });
      return [];
    }
    case 'signal': {
      const { signal } = trigger;
      const wait = machine.openWait({ ...base, kind: 'signal', name: signal });
      if (reachesOtherCases(machine.index.plan, signal))
        machine.emit({ kind: 'signal-awaited', wait: wait.id, node, signal });
      return [];
    }
    case 'timer': {
      const { timer, cycle } = resolveTimer(machine, place, trigger.timer);
      const wait = machine.openWait({ ...base, kind: 'timer', ...(cycle ? { cycle } : {}) });
      machine.emit({ kind: 'timer-armed', wait: wait.id, node, timer });
      return [];
    }
    case 'condition': {
      const holds = machine.isTrue(trigger.condition, place);
      const wait = machine.openWait({ ...base, kind: 'condition', ...(holds ? { held: true } : {}) });
      return holds ? [{ kind: 'fire', wait: wait.id }] : [];
    }
    default:
      return [];
  }
};

/** Events that wait for nothing: they are looked for when something is thrown. */
const UNARMED: ReadonlySet<string> = new Set([
  'error',
  'escalation',
  'compensation',
  'cancel',
  'none',
  'link',
]);

/** The boundary events of an activity that are to be armed: `when` may leave one out. */
export const boundaryToArm = (
  machine: Machine,
  token: Token,
  activity: PlanNode,
): readonly BoundaryEvent[] => {
  if (!('boundary' in activity)) return [];
  return activity.boundary.flatMap((id) => {
    const event = machine.index.node(id);
    if (event.type !== 'boundaryEvent' || UNARMED.has(event.trigger.kind)) return [];
    return event.when === undefined || machine.isTrue(event.when, token) ? [event] : [];
  });
};

export const armBoundary = (
  machine: Machine,
  token: Token,
  events: readonly BoundaryEvent[],
): readonly Work[] => events.flatMap((event) => arm(machine, { token: token.id }, token, event));

/** Arms the event sub-processes of a scope that has just been opened. */
export const armScope = (machine: Machine, scope: Scope): readonly Work[] =>
  machine.index
    .inside(scope)
    .eventSubProcesses.flatMap(({ start }) => arm(machine, { scope: scope.id }, { scope: scope.id }, start));
