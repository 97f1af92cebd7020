import { type WorkingCalendar, readLedger } from '@lianban/calendar';
import type { DryRunClock, DryRunLevel, DryRunView, LadderContent } from '@lianban/contracts';
import { type RungCondition, rungInstants } from '@lianban/domain';
import type { ClockDefinition } from '@lianban/process-runtime';
import type { PastClock } from './ladder-store.port.js';

/** Two instants that lie closer are the same: the sweep comes every second. */
const SAME_MS = 60_000;

/** What a ladder would have done to one clock, beside what happened; undefined while it stands still. */
export const dryRunClock = (
  clock: PastClock,
  terms: ClockDefinition,
  content: LadderContent,
  calendar: WorkingCalendar,
  now: string,
): DryRunClock | undefined => {
  const reading = readLedger(clock.ledger, terms, calendar);
  if (!reading || reading.dueAt === undefined) return undefined;
  const { startedAt, dueAt, closedAt } = reading;
  const planned = new Map(
    rungInstants(content, startedAt, dueAt, calendar).map((one) => [one.rung.level, one] as const),
  );
  const levels = [...new Set([...planned.keys(), ...clock.firings.map(({ level }) => level)])].toSorted();
  return {
    clockId: clock.id,
    caseId: clock.caseId,
    caseNo: clock.caseNo,
    caseTitle: clock.caseTitle,
    name: clock.name,
    startedAt,
    dueAt,
    ...(closedAt === undefined ? {} : { closedAt }),
    levels: levels.map((level): DryRunLevel => {
      const firing = clock.firings.find((one) => one.level === level);
      const one = planned.get(level);
      const holds = one?.rung.when === undefined ? true : heldThen(one.rung.when, clock, one.at);
      const would = one && one.at <= (closedAt ?? now) && holds !== false ? one.at : undefined;
      return {
        level,
        ...(firing ? { fired: firing.firedAt } : {}),
        ...(would === undefined ? {} : { would }),
        depends: holds === undefined,
        told: (firing?.told ?? []).map(({ office, name }) => ({
          zh: `${office.zh} ${name.zh}`,
          en: `${office.en} ${name.en}`,
        })),
        wouldTell: [],
      };
    }),
  };
};

/** Whether a condition held at an instant that has been; undefined where nobody wrote down what it asks. */
const heldThen = (condition: RungCondition, clock: PastClock, at: string): boolean | undefined => {
  switch (condition.kind) {
    case 'recorded':
    case 'not-recorded': {
      const recorded = clock.milestones[condition.milestone];
      const there = recorded !== undefined && new Date(recorded).toISOString() <= at;
      return condition.kind === 'recorded' ? there : !there;
    }
    case 'any': {
      const held = condition.of.map((one) => heldThen(one, clock, at));
      if (held.includes(true)) return true;
      return held.includes(undefined) ? undefined : false;
    }
    case 'not-acknowledged':
    case 'misses':
      return undefined;
  }
};

const movedBy = ({ fired, would }: DryRunLevel): number =>
  fired === undefined || would === undefined ? 0 : Date.parse(would) - Date.parse(fired);

const differs = (level: DryRunLevel): boolean =>
  (level.fired === undefined) !== (level.would === undefined) || Math.abs(movedBy(level)) > SAME_MS;

/** Whether the ladder would have done anything else to it than what happened. */
export const isChanged = ({ levels }: DryRunClock): boolean => levels.some(differs);

/** All clocks in numbers. */
export const sumUp = (clocks: readonly DryRunClock[]): Pick<DryRunView, 'changed' | 'levels' | 'tried'> => {
  const levels = new Map<string, { fired: number; wouldFire: number; earlier: number; later: number }>();
  for (const level of clocks.flatMap((clock) => clock.levels)) {
    const sum = levels.get(level.level) ?? { fired: 0, wouldFire: 0, earlier: 0, later: 0 };
    if (level.fired !== undefined) sum.fired += 1;
    if (level.would !== undefined) sum.wouldFire += 1;
    if (movedBy(level) < -SAME_MS) sum.earlier += 1;
    if (movedBy(level) > SAME_MS) sum.later += 1;
    levels.set(level.level, sum);
  }
  return {
    tried: clocks.length,
    changed: clocks.filter(isChanged).length,
    levels: [...levels].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([level, sum]) => ({ level, ...sum })),
  };
};
