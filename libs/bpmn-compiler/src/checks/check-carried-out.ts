import type { EventTrigger } from '@lianban/process-runtime';
import { problem } from '../diagnostic.js';
import type { PlanCheck } from './plan-check.js';

/**
 * What the runtime executes and the application has no door for is refused with its id, never ignored: a case begins
 * by a person, an event of a registered source, a signal of another case, at a time, or by any of these.
 */
export const checkCarriedOut: PlanCheck = (plan) =>
  Object.values(plan.nodes).flatMap((node) => {
    const outermost = node.parent === undefined && node.process === undefined;
    const fault = node.type === 'startEvent' && outermost ? faultOf(node.trigger) : undefined;
    return fault === undefined ? [] : [problem('BPMN.UNSUPPORTED_ELEMENT', fault, node.id)];
  });

/** Why nothing could begin a case by it; undefined where something can. */
const faultOf = (trigger: EventTrigger): string | undefined => {
  switch (trigger.kind) {
    case 'none':
    case 'message':
    case 'signal':
      return undefined;
    case 'timer':
      return timeFault(trigger);
    case 'condition':
      return 'A condition reads the data of a case, and before a case begins there are none; let a message begin it and a gateway decide.';
    case 'multiple':
      return trigger.all
        ? 'Events that must all come find each other by the case they belong to, and there is none yet; a parallel event-based gateway that instantiates begins it by the first of them and waits for the others.'
        : trigger.of.map(faultOf).find((fault) => fault !== undefined);
    default:
      return 'A case begins by a person, a message, a signal or a timer, not by this start event.';
  }
};

const timeFault = ({ timer }: Extract<EventTrigger, { kind: 'timer' }>): string | undefined => {
  if (timer.kind === 'expression')
    return 'The time at which a case begins is computed from nothing: write it as an ISO 8601 text.';
  return timer.kind === 'business' && timer.from !== undefined
    ? 'The time at which a case begins cannot count from a milestone of the case.'
    : undefined;
};
