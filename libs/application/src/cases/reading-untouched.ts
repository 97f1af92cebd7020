import { type ClockReading, readLedger } from '@lianban/calendar';
import type { ClockChange } from '@lianban/domain';
import { clockOfTask } from './clock-of-task.js';
import type { StepRows } from './step-rows.js';

/** The clock whose due instant a task carries, where the step leaves it as it was. */
export const readingUntouched = (
  rows: StepRows,
  changes: readonly ClockChange[],
  { node, officeId }: { readonly node: string; readonly officeId: string },
): ClockReading | undefined => {
  const { definition, rules } = rows.around;
  const wanted = clockOfTask(definition.plan, node);
  const found = wanted === undefined ? undefined : definition.plan.clocks[wanted];
  const moved = changes.filter(({ clock }) => clock.definition.id === wanted);
  if (!found || moved.some(({ isRetired }) => !isRetired)) return undefined;
  const held = rows.held.clocks.find(
    ({ definitionId, id }) => definitionId === wanted && !moved.some(({ clock }) => clock.id === id),
  );
  const place = found.scope === 'unit' ? officeId : rows.held.district;
  return held && readLedger(held.ledger, found, rules.calendarAt(place));
};
