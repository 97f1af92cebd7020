import { readLedger } from '@lianban/calendar';
import type { ProcessPlan } from '@lianban/process-runtime';
import type { CaseClock, ClockChange } from './clock.js';
import { scheduleOf } from './clock-schedule.js';
import type { ClockSurroundings } from './clock-surroundings.js';
import { type LadderBook, nameOfLadder } from './ladder-book.js';

export interface Redefinition {
  readonly to: ProcessPlan;
  /** How the ledger names the version: `institution-filing 4`. */
  readonly version: string;
  readonly calendarOf: ClockSurroundings['calendarOf'];
  readonly ladders: LadderBook;
  readonly now: string;
}

/**
 * The clocks of a case that comes to another version of its process. Each keeps its ledger, which from now on is read
 * by the new terms; one that the new version does not have is cancelled. What is closed stays as it is.
 */
export const redefineClocks = (
  clocks: readonly CaseClock[],
  { to, version, calendarOf, ladders, now }: Redefinition,
): readonly ClockChange[] =>
  clocks.flatMap((clock): ClockChange[] => {
    const calendar = calendarOf(clock.definition.scope, clock.node);
    const before = readLedger(clock.ledger, clock.definition, calendar);
    if (!before || (before.state !== 'running' && before.state !== 'stopped')) return [];
    const definition = to.clocks[clock.definition.id];
    const owner = Object.values(to.nodes).find(
      (node) => 'clocks' in node && node.clocks.includes(clock.definition.id),
    );
    if (!definition || !owner) {
      const entry = { kind: 'cancelled' as const, at: now, why: 'definition-changed' };
      const ledger = [...clock.ledger, entry];
      const reading = readLedger(ledger, clock.definition, calendar) ?? before;
      return [
        {
          clock: { ...clock, ledger },
          isNew: false,
          isRetired: true,
          entries: [],
          appended: [entry],
          reading,
          schedule: [],
        },
      ];
    }
    const after = readLedger(clock.ledger, definition, calendar) ?? before;
    const { dueAt } = after;
    const ladder =
      definition.ladder === clock.definition.ladder
        ? ladders.climbedBy(clock.ledger, definition.ladder, now)
        : ladders.inForce(definition.ladder, now);
    const entry = {
      kind: 'redefined' as const,
      at: now,
      version,
      ...(dueAt === undefined ? {} : { dueAt }),
      ...(ladder ? { ladder: nameOfLadder(ladder) } : {}),
    };
    const fired = new Set(clock.fired);
    return [
      {
        clock: { ...clock, definition, node: owner.id, ledger: [...clock.ledger, entry] },
        isNew: false,
        isRetired: false,
        entries: [],
        appended: [entry],
        reading: after,
        schedule:
          dueAt === undefined ? [] : scheduleOf(definition, ladder, after.startedAt, dueAt, calendar, fired),
      },
    ];
  });
