import type { EventTrigger } from '../plan/event-trigger.js';
import type { BoundaryEvent, PlanNode } from '../plan/plan-node.js';
import type { Token } from '../state/case-state.js';
import type { Machine } from './machine.js';

/** Arms one catch. A message that is buffered already is delivered when the step settles (see step.ts). */
export const armCatch = (machine: Machine, token: Token, node: string, trigger: EventTrigger): void => {
  switch (trigger.kind) {
    case 'message': {
      const wait = machine.openWait({ token: token.id, node, kind: 'message', name: trigger.message });
      machine.emit({ kind: 'message-awaited', wait: wait.id, node, message: trigger.message });
      return;
    }
    case 'timer': {
      if (trigger.timer.kind !== 'business' && trigger.timer.kind !== 'elapsed') return;
      const wait = machine.openWait({ token: token.id, node, kind: 'timer' });
      machine.emit({ kind: 'timer-armed', wait: wait.id, node, timer: trigger.timer });
      return;
    }
    case 'signal':
      machine.openWait({ token: token.id, node, kind: 'signal', name: trigger.signal });
  }
};

type ArmedBoundary = BoundaryEvent & { readonly trigger: EventTrigger };

/**
 * The boundary events of an activity that are to be armed: error events need no arming, and `when` may leave one out.
 * Judged before anything is armed, so that a condition that fails leaves nothing half armed behind.
 */
export const boundaryToArm = (machine: Machine, activity: PlanNode): readonly ArmedBoundary[] => {
  if (!('boundary' in activity)) return [];
  return activity.boundary.flatMap((id) => {
    const event = machine.index.node(id);
    if (event.type !== 'boundaryEvent' || event.trigger.kind === 'error') return [];
    if (event.when !== undefined && !machine.isTrue(event.when, {})) return [];
    return { ...event, trigger: event.trigger };
  });
};

export const armBoundary = (machine: Machine, token: Token, events: readonly ArmedBoundary[]): void => {
  for (const event of events) armCatch(machine, token, event.id, event.trigger);
};
