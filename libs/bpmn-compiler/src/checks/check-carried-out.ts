import { problem } from '../diagnostic.js';
import type { PlanCheck } from './plan-check.js';

/** What begins a case: a person, an event of a registered source, a signal of another case. */
const BEGINNINGS: ReadonlySet<string> = new Set(['none', 'message', 'signal']);

/**
 * What the runtime executes and the application has no door for is refused with its id, never ignored: a case that a
 * clock or a condition begins, and one that has several ways to begin at one event.
 */
export const checkCarriedOut: PlanCheck = (plan) =>
  Object.values(plan.nodes).flatMap((node) => {
    const outermost = node.parent === undefined && node.process === undefined;
    if (node.type !== 'startEvent' || !outermost || BEGINNINGS.has(node.trigger.kind)) return [];
    const message = 'A case begins by a person, a message or a signal, not by this start event.';
    return [problem('BPMN.UNSUPPORTED_ELEMENT', message, node.id)];
  });
