import { type LadderBook, type ScheduledAct, nameOfLadder, latenessOf } from '@lianban/domain';
import { v7 as newId } from 'uuid';
import type { AccountabilityEntry, ClockDue, ClockFirings, Firing, RungOutbox } from './due-store.port.js';
import { type FiringSurroundings, type Looked, lookAtRung, rungOf } from './look-at-rung.js';
import { noticesOf } from './rung-notices.js';
import type { RungFired } from './rung-fired.js';

/** What became ripe of a clock's schedule, without levels that were looked at before, and what comes later. */
const ripeOf = (clock: ClockDue, now: string) => {
  const open = clock.schedule.filter((act) => act.kind !== 'rung' || !clock.fired.includes(act.level));
  return { ripe: open.filter(({ at }) => at <= now), later: open.filter(({ at }) => at > now) };
};

/** Clocks of which a ripe rung asks how often they were missed. */
export const askingForMisses = (clocks: readonly ClockDue[], ladders: LadderBook, now: string) =>
  clocks.filter((clock) =>
    ripeOf(clock, now).ripe.some((act) => {
      const { when } = rungOf(clock, ladders, act)?.rung ?? {};
      return [when, ...(when?.kind === 'any' ? when.of : [])].some((one) => one?.kind === 'misses');
    }),
  );

/** Everything a set of clocks does now, oldest first, as rows. Pure: the lock is held by the caller. */
export const planFirings = (clocks: readonly ClockDue[], around: FiringSurroundings): ClockFirings => {
  const { now } = around;
  const dueSoon: string[] = [];
  const overruns: ClockFirings['overruns'][number][] = [];
  const next: ClockFirings['next'][number][] = [];
  const looked: Looked[] = [];
  for (const clock of clocks) {
    const { ripe, later } = ripeOf(clock, now);
    const found = ripe.flatMap((act) => lookAtRung(clock, act, around) ?? []);
    looked.push(...found);
    if (becomesDueSoon(ripe, found)) dueSoon.push(clock.clockId);
    for (const act of ripe) {
      if (act.kind !== 'mark' || act.mark !== 'overdue') continue;
      const { clockId, caseId, tenant, ledgerLength } = clock;
      overruns.push({
        clockId,
        caseId,
        tenant,
        seq: ledgerLength + 1,
        kind: latenessOf(clock.kind),
        dueAt: act.at,
      });
    }
    const [first] = later;
    next.push({ id: clock.id, schedule: later, ...(first ? { at: first.at } : {}) });
  }
  const fired = looked.filter(({ firing }) => firing.fired);
  return {
    now,
    firings: looked.map(({ firing }) => firing),
    notices: noticesOf(fired, now),
    entries: fired.flatMap(entriesOf),
    outbox: fired.flatMap((one) => outboxOf(one, around)),
    dueSoon,
    overruns,
    next,
  };
};

/** The inbox knows one mark before the due instant. After it nothing is written: overdue is read off the clock. */
const becomesDueSoon = (ripe: readonly ScheduledAct[], looked: readonly Looked[]): boolean =>
  !ripe.some((act) => act.kind === 'mark' && act.mark === 'overdue') &&
  (ripe.some((act) => act.kind === 'mark') ||
    looked.some(
      ({ firing }) =>
        firing.fired && firing.acts.some((act) => act.kind === 'mark' && act.mark !== 'overdue'),
    ));

const entriesOf = ({ clock, firing }: Looked): readonly AccountabilityEntry[] =>
  firing.acts.some(({ kind }) => kind === 'ledger-entry')
    ? [
        {
          id: newId(),
          tenant: clock.tenant,
          caseId: clock.caseId,
          clockId: clock.clockId,
          level: firing.level,
          ladder: ladderName(firing),
          kind: latenessOf(clock.kind),
          basis: clock.basis,
          officeId: firing.officeId ?? '',
          district: clock.district,
          dueAt: clock.dueAt,
        },
      ]
    : [];

const ladderName = ({ ladder, version }: Firing): string =>
  version === undefined ? ladder : nameOfLadder({ code: ladder, version });

/** Done by the firing itself. */
const DONE_HERE: ReadonlySet<string> = new Set(['remind', 'mark', 'ledger-entry']);

const outboxOf = ({ clock, firing }: Looked, { now, reach }: FiringSurroundings): readonly RungOutbox[] => {
  const acts = firing.acts.filter(({ kind }) => !DONE_HERE.has(kind));
  if (acts.length === 0) return [];
  const { tenant, caseId } = clock;
  const officeId = firing.officeId ?? '';
  const office = reach.directory.offices.find(({ id }) => id === officeId);
  const fired: RungFired = {
    tenant,
    caseId,
    caseNo: clock.caseNo,
    clockId: clock.clockId,
    clockName: clock.clockName,
    ...(firing.taskId === undefined ? {} : { taskId: firing.taskId }),
    level: firing.level,
    ladder: ladderName(firing),
    plannedAt: firing.plannedAt,
    firedAt: now,
    dueAt: clock.dueAt,
    basis: clock.basis,
    ...(clock.dueAt <= now ? { lateness: latenessOf(clock.kind) } : {}),
    unit: {
      officeId,
      district: clock.district,
      ledFromAbove:
        office !== undefined && reach.directory.departments.get(office.department)?.verticallyLed === true,
    },
    action: firing.action,
    acts,
    told: firing.told,
  };
  return [{ id: newId(), tenant, caseId, payload: fired }];
};
