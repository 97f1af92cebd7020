import type { Effect } from '@lianban/process-runtime';
import type { CaseClock, ClockChange } from './clock.js';
import { ClockBook } from './clock-book.js';
import type { ClockSurroundings } from './clock-surroundings.js';

/**
 * What a step means for the clocks of its case (ARCHITECTURE §4). A case clock starts with its milestone and runs on
 * whoever is late; a unit's clock counts from its milestone, but never from before the work reached the unit. A step
 * that is entered again finds its clock as it was left.
 */
export const moveClocks = (
  clocks: readonly CaseClock[],
  effects: readonly Effect[],
  around: ClockSurroundings,
): readonly ClockChange[] => {
  const book = new ClockBook(clocks, around);
  if (around.back) book.goBack(around.back);
  const completed = new Set(
    effects.flatMap((effect) => (effect.kind === 'activity-completed' ? [effect.node] : [])),
  );
  for (const effect of effects) {
    switch (effect.kind) {
      case 'milestone':
        book.startCaseClocks(effect.name);
        break;
      case 'milestone-withdrawn':
        book.withdraw(effect.name);
        break;
      case 'task-created':
      case 'service-requested':
      case 'message-awaited':
        book.startUnitClocks(effect.node);
        break;
      case 'activity-completed':
        book.meet(effect.node, effect.outcome);
        break;
      case 'task-closed':
        if (effect.by === 'take-back') book.undo(effect.node);
        break;
      case 'activity-cancelled':
        // Going back keeps what runs; one of several instances is not the step.
        if (around.back || around.standing?.has(effect.node) || completed.has(effect.node)) break;
        book.cancel(
          (clock) => clock.node === effect.node && clock.definition.scope === 'unit',
          effect.outcome ?? 'step-cancelled',
        );
        break;
      case 'clock-stop':
        book.stopOrResume(effect.action, effect.ground);
        break;
      case 'case-suspended':
        book.suspend(effect.ground, 'stopped');
        break;
      case 'case-resumed':
        if (around.suspendedOn !== undefined) book.suspend(around.suspendedOn, 'resumed');
        break;
      case 'case-ended':
        book.cancel(() => true, 'case-ended');
        break;
      default:
    }
  }
  return book.changes();
};
