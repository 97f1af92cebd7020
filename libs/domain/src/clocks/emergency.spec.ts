import { type LedgerEntry, calendarsByPlace, closingTime, readLedger, toDayNumber } from '@lianban/calendar';
import type { ClockDefinition } from '@lianban/process-runtime';
import { type Emergency, emergencyStop, underEmergencies } from './emergency.js';

const calendar = (off: readonly string[]) =>
  calendarsByPlace(
    [
      {
        layer: 'national',
        code: 'CN',
        version: 1,
        years: { '2026': { source: '', off, workOnWeekend: [] } },
      },
    ],
    new Map(),
  ).base;
const open = calendar([]);
const close = (date: string): string => closingTime(open, toDayNumber(date));
const at = (day: number, hour = 9): string =>
  new Date(`2026-11-${day}T${String(hour).padStart(2, '0')}:00:00+08:00`).toISOString();

const definition = {
  id: 'visit',
  kind: 'internal',
  duration: { amount: 5, unit: 'working_day' },
  stoppedBy: ['force-majeure', 'judicial'],
} as unknown as ClockDefinition;
const started: LedgerEntry = { kind: 'started', at: at(23), milestone: 'begun', calendar: 'CN@1' };
const emergency = (id: string, from: string, to?: string): Emergency => ({
  id,
  from,
  ...(to === undefined ? {} : { to }),
  document: '5号',
  reason: '台风',
  by: '联席办',
});
const stopped = (ground: string, from: string): LedgerEntry => ({ kind: 'stopped', at: from, ground });
const resumed = (ground: string, to: string): LedgerEntry => ({ kind: 'resumed', at: to, ground });
const due = (ledger: readonly LedgerEntry[], days = open) => readLedger(ledger, definition, days)?.dueAt;

describe('an emergency over a jurisdiction', () => {
  it('stops a clock that starts while it is in force, from its start', () => {
    const it = { definition, ledger: [started] };
    expect(underEmergencies(it, [emergency('a', at(20)), emergency('later', at(26))], at(23))).toEqual([
      {
        kind: 'stopped',
        at: at(23),
        ground: emergencyStop('a'),
        document: '5号',
        reason: '台风',
        by: '联席办',
      },
    ]);
  });

  it('holds nothing that no on-site step waits for, nothing twice, and nothing when it is over', () => {
    const here = emergency('a', at(20), at(25));
    const paper = { ...definition, stoppedBy: ['judicial'] };
    const held = [started, stopped(emergencyStop('a'), at(23))];
    expect(underEmergencies({ definition: paper, ledger: [started] }, [here], at(23))).toEqual([]);
    expect(underEmergencies({ definition, ledger: held }, [here], at(24))).toEqual([]);
    expect(underEmergencies({ definition, ledger: [started] }, [here], at(25))).toEqual([]);
  });

  it('lets a clock go on that runs again after its end', () => {
    const held = [started, stopped(emergencyStop('a'), at(23)), stopped('judicial', at(23))];
    expect(underEmergencies({ definition, ledger: held }, [], at(26))).toEqual([
      { kind: 'resumed', at: at(26), ground: emergencyStop('a') },
    ]);
  });

  it('is never counted twice: not with days off of the place, not with another stop, not with another emergency', () => {
    const [a, b] = [emergencyStop('a'), emergencyStop('b')];
    const typhoon = [started, stopped(a, at(23)), resumed(a, at(25))];
    // Mon 23, two days still: 26, 27, 30 November, 1 and 2 December.
    expect(due(typhoon)).toBe(close('2026-12-02'));
    expect(due(typhoon, calendar(['2026-11-24', '2026-11-25']))).toBe(close('2026-12-02'));
    const overlapping = [
      started,
      stopped(a, at(23)),
      stopped('judicial', at(24)),
      stopped(b, at(24)),
      resumed(a, at(25)),
      resumed('judicial', at(25)),
      resumed(b, at(25)),
    ];
    expect(due(overlapping)).toBe(close('2026-12-02'));
  });
});
