import type { CatchTrigger, PlanNode } from '../plan/process-plan.js';
import type { Token } from '../state/case-state.js';
import type { LocalVariables, Machine } from './machine.js';

/** Arms one catch. A message that is buffered already is delivered when the step settles (see step.ts). */
export const armCatch = (machine: Machine, token: Token, node: string, trigger: CatchTrigger): void => {
  switch (trigger.kind) {
    case 'message': {
      const wait = machine.openWait({ token: token.id, node, kind: 'message', name: trigger.message });
      machine.emit({ kind: 'message-awaited', wait: wait.id, node, message: trigger.message });
      return;
    }
    case 'timer': {
      const wait = machine.openWait({ token: token.id, node, kind: 'timer' });
      machine.emit({ kind: 'timer-armed', wait: wait.id, node, timer: trigger.timer });
      return;
    }
    case 'signal':
      machine.openWait({ token: token.id, node, kind: 'signal', name: trigger.signal });
  }
};

/** Arms the boundary events of an activity; error events need no arming, and `when` may leave one out. */
export const armBoundary = (
  machine: Machine,
  token: Token,
  activity: PlanNode,
  locals: LocalVariables,
): void => {
  if (!('boundary' in activity)) return;
  for (const id of activity.boundary) {
    const event = machine.index.node(id);
    if (event.type !== 'boundaryEvent' || event.trigger.kind === 'error') continue;
    if (event.when !== undefined && !machine.isTrue(event.when, locals)) continue;
    armCatch(machine, token, id, event.trigger);
  }
};
