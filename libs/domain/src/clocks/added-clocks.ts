import type { Effect } from '@lianban/process-runtime';
import type { CaseClock, ClockChange } from './clock.js';
import type { ClockSurroundings } from './clock-surroundings.js';
import { moveClocks } from './move-clocks.js';

/**
 * What has happened in a case already, as the clocks of another version would have heard of it. Those that only that
 * version has start by it: a case clock from its milestone, a unit's clock from now, because no unit answers for days
 * in which it had no limit. Those that are there already hear nothing new.
 */
export const heardSoFar = (
  milestones: Readonly<Record<string, string>>,
  standing: readonly string[],
): readonly Effect[] => [
  ...Object.entries(milestones).map(([name, at]): Effect => ({ kind: 'milestone', name, at })),
  ...standing.map((node): Effect => ({ kind: 'task-created', task: '', node, input: {} })),
];

/** The clocks that start when a case comes to another version of its process. */
export const addedClocks = (
  clocks: readonly CaseClock[],
  standing: readonly string[],
  around: Omit<ClockSurroundings, 'holds'>,
): readonly ClockChange[] =>
  moveClocks(clocks, heardSoFar(around.milestones, standing), { ...around, holds: () => false }).filter(
    ({ isNew }) => isNew,
  );
