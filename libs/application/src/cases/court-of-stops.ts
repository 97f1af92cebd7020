import { type ClockChange, courtOfGround } from '@lianban/domain';
import type { StandingStop } from './case-changes.js';
import { clockOfTask } from './clock-of-task.js';
import { readingUntouched } from './reading-untouched.js';
import type { StepRows } from './step-rows.js';

/** Whose turn the stops (中止) of their clocks make the tasks that stay, when this step is done. */
export const standingStops = (rows: StepRows, changes: readonly ClockChange[]): readonly StandingStop[] =>
  rows.held.tasks.flatMap((task) => {
    const wanted = clockOfTask(rows.around.definition.plan, task.node);
    const moved = changes.find(({ clock, isRetired }) => clock.definition.id === wanted && !isRetired);
    const reading = moved?.reading ?? readingUntouched(rows, changes, task);
    return reading?.stopGround === undefined
      ? []
      : [{ token: task.token, to: courtOfGround(reading.stopGround), ground: reading.stopGround }];
  });
