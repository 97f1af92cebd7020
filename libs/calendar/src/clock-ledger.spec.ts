import fc from 'fast-check';
import type { CalendarLayer } from './calendar-layer.js';
import { toDayNumber } from './civil-date.js';
import { type ClockTerms, readLedger } from './clock-ledger.js';
import { explainDue } from './explain-due.js';
import type { LedgerEntry } from './ledger-entry.js';
import { closingTime, toInstant } from './local-time.js';
import { createCalendar } from './working-calendar.js';

const layer = (off: readonly string[], workOnWeekend: readonly string[] = []): CalendarLayer => ({
  layer: 'national',
  code: 'CN',
  version: 1,
  years: { '2026': { source: 'a notice', off, workOnWeekend } },
});
const calendar = createCalendar([layer([])]);

const at = (date: string, minute = 600): string => toInstant(calendar, { day: toDayNumber(date), minute });
const close = (date: string): string => closingTime(calendar, toDayNumber(date));
const started = (date: string): LedgerEntry => ({
  kind: 'started',
  at: at(date),
  milestone: 'filing.submitted',
  calendar: 'CN@1',
});
const stopped = (date: string, ground = 'supplement'): LedgerEntry => ({
  kind: 'stopped',
  at: at(date),
  ground,
});
const resumed = (date: string, ground = 'supplement'): LedgerEntry => ({
  kind: 'resumed',
  at: at(date),
  ground,
});

const fiveDays: ClockTerms = { duration: { amount: 5, unit: 'working_day' } };
const twoDays: ClockTerms = { duration: { amount: 2, unit: 'working_day' }, leastAfterStop: 1 };
const read = (terms: ClockTerms, ...ledger: readonly LedgerEntry[]) => readLedger(ledger, terms, calendar);

describe('the ledger of a clock', () => {
  it('says nothing before the clock has started', () => {
    expect(read(fiveDays)).toBeUndefined();
    expect(read(fiveDays, stopped('2026-11-03'))).toBeUndefined();
  });

  it('runs from its start to its due instant', () => {
    expect(read(fiveDays, started('2026-11-02'))).toMatchObject({
      state: 'running',
      startedAt: at('2026-11-02'),
      dueAt: close('2026-11-09'),
      provisional: false,
    });
  });

  it('knows no due instant while it is stopped, but since when and why', () => {
    const reading = read(fiveDays, started('2026-11-02'), stopped('2026-11-03'));
    expect(reading).toMatchObject({
      state: 'stopped',
      stoppedSince: at('2026-11-03'),
      stopGround: 'supplement',
    });
    expect(reading).not.toHaveProperty('dueAt');
  });

  it('is later by the days of a stop, from the day after it through the day of the resumption', () => {
    const reading = read(fiveDays, started('2026-11-02'), stopped('2026-11-03'), resumed('2026-11-10'));
    expect(reading).toMatchObject({ state: 'running', dueAt: close('2026-11-16') });
  });

  it('stays stopped until every ground is gone; a day counts once that two grounds cover', () => {
    const storm = 'force-majeure';
    const both = [started('2026-11-02'), stopped('2026-11-03'), stopped('2026-11-04', storm)];
    expect(read(fiveDays, ...both, resumed('2026-11-05'))).toMatchObject({
      state: 'stopped',
      stopGround: storm,
    });
    expect(read(fiveDays, ...both, resumed('2026-11-05'), resumed('2026-11-06', storm))).toMatchObject({
      state: 'running',
      dueAt: close('2026-11-12'),
    });
  });

  it('takes a second stop on the same ground, and a resumption of nothing, for nothing', () => {
    const plain = read(fiveDays, started('2026-11-02'), stopped('2026-11-03'), resumed('2026-11-05'));
    expect(
      read(
        fiveDays,
        started('2026-11-02'),
        resumed('2026-11-02'),
        stopped('2026-11-03'),
        stopped('2026-11-04'),
        resumed('2026-11-05'),
        resumed('2026-11-06'),
      ),
    ).toEqual(plain);
  });

  it('leaves at least so many working days after a stop as its terms say, and says so in the sum', () => {
    const reading = read(twoDays, started('2026-11-02'), stopped('2026-11-04'), resumed('2026-11-12'));
    expect(reading).toMatchObject({ state: 'running', dueAt: close('2026-11-13') });
    expect(reading?.derivation && explainDue(reading.derivation, '17:30')).toEqual({
      zh: '自11月2日（周一）次日起2个工作日，11月12日（周四）恢复后至少留1个工作日：11月13日（周五） 17:30',
      en: '2 working days from Mon 2 Nov, at least 1 working day after it ran again on Thu 12 Nov: Fri 13 Nov 17:30',
    });
  });

  it('leaves more where more is left anyway', () => {
    const reading = read(twoDays, started('2026-11-02'), stopped('2026-11-02'), resumed('2026-11-12'));
    expect(reading).toMatchObject({ dueAt: close('2026-11-16') });
    expect(reading?.derivation).not.toHaveProperty('leastAfterStop');
  });

  it('keeps its due instant after it was met, stopped or not, and remembers a breach', () => {
    const met: LedgerEntry = { kind: 'met', at: at('2026-11-11'), outcome: 'receipt' };
    const breached: LedgerEntry = { kind: 'breached', at: close('2026-11-09'), dueAt: close('2026-11-09') };
    expect(read(fiveDays, started('2026-11-02'), breached, met)).toMatchObject({
      state: 'met',
      dueAt: close('2026-11-09'),
      breachedAt: close('2026-11-09'),
      closedAt: at('2026-11-11'),
    });
    expect(read(fiveDays, started('2026-11-02'), stopped('2026-11-03'), met)).toMatchObject({ state: 'met' });
  });

  it('remembers the first of two breaches', () => {
    const breach = (date: string): LedgerEntry => ({ kind: 'breached', at: close(date), dueAt: close(date) });
    const ledger = [
      started('2026-11-02'),
      breach('2026-11-09'),
      stopped('2026-11-10'),
      resumed('2026-11-12'),
    ];
    expect(read(fiveDays, ...ledger, breach('2026-11-13'))).toMatchObject({
      breachedAt: close('2026-11-09'),
    });
  });

  it('is read anew against a new calendar: the same entries, other days', () => {
    const ledger = [started('2026-11-02'), stopped('2026-11-03'), resumed('2026-11-05')];
    const storm = createCalendar([layer(['2026-11-09'])]);
    expect(readLedger(ledger, fiveDays, calendar)?.dueAt).toBe(close('2026-11-11'));
    expect(readLedger(ledger, fiveDays, storm)?.dueAt).toBe(close('2026-11-12'));
  });
});

describe('an extension', () => {
  const extended = (date: string, by: ClockTerms['duration']): LedgerEntry => ({
    kind: 'extended',
    at: at(date),
    by,
    basis: 'LIC-42',
    reason: '案情复杂',
    approver: '局长',
    from: close(date),
    dueAt: close(date),
  });

  it('counts from the last day of the limit, keeps the original date, and says so in the sum', () => {
    const reading = read(
      fiveDays,
      started('2026-11-02'),
      extended('2026-11-05', { amount: 10, unit: 'working_day' }),
    );
    expect(reading).toMatchObject({ dueAt: close('2026-11-23'), originalDueAt: close('2026-11-09') });
    expect(reading?.derivation && explainDue(reading.derivation, '17:30')).toEqual({
      zh: '自11月2日（周一）次日起5个工作日，依LIC-42自11月9日（周一）起延长10个工作日：11月23日（周一） 17:30',
      en: '5 working days from Mon 2 Nov, extended from Mon 9 Nov by 10 working days under LIC-42: Mon 23 Nov 17:30',
    });
  });

  it('may be counted in another unit than the limit, and neither is converted', () => {
    // Twenty calendar days after Monday 9 November end on Sunday 29 and roll forward.
    const days = { amount: 20, unit: 'calendar_day' } as const;
    const reading = read(fiveDays, started('2026-11-02'), extended('2026-11-05', days));
    expect(reading).toMatchObject({ dueAt: close('2026-11-30'), originalDueAt: close('2026-11-09') });
  });

  it('moves with a stop, before it or after it', () => {
    const ten = { amount: 10, unit: 'working_day' } as const;
    const stop = [stopped('2026-11-03'), resumed('2026-11-05')];
    const before = read(fiveDays, started('2026-11-02'), ...stop, extended('2026-11-06', ten));
    const after = read(fiveDays, started('2026-11-02'), extended('2026-11-03', ten), ...stop);
    expect(before).toMatchObject({ dueAt: close('2026-11-25'), originalDueAt: close('2026-11-11') });
    expect(after).toEqual(before);
  });
});

describe('any ledger', () => {
  const days = fc.integer({ min: toDayNumber('2026-03-02'), max: toDayNumber('2026-08-31') });
  const grounds = fc.constantFrom('supplement', 'force-majeure');
  /** Stops and resumptions in the order of time, on working days or not. */
  const histories = fc
    .array(fc.tuple(days, fc.constantFrom('stopped' as const, 'resumed' as const), grounds), { maxLength: 8 })
    .map((moves): LedgerEntry[] => {
      const sorted = moves.toSorted(([a], [b]) => a - b);
      const first = toDayNumber('2026-03-02');
      return [
        {
          kind: 'started',
          at: toInstant(calendar, { day: first, minute: 600 }),
          milestone: 'm',
          calendar: 'CN@1',
        },
        ...sorted.map(([day, kind, ground], index) => ({
          kind,
          ground,
          at: toInstant(calendar, { day, minute: 600 + index }),
        })),
      ];
    });
  const terms = fc.record({
    duration: fc.record({
      amount: fc.integer({ min: 1, max: 30 }),
      unit: fc.constantFrom('working_day' as const, 'calendar_day' as const),
    }),
    leastAfterStop: fc.integer({ min: 0, max: 3 }),
  });

  it('reads the same every time and runs exactly when no ground is open', () => {
    fc.assert(
      fc.property(histories, terms, (ledger, how) => {
        const reading = readLedger(ledger, how, calendar);
        const open = new Set<string>();
        for (const entry of ledger) {
          if (entry.kind === 'stopped') open.add(entry.ground);
          if (entry.kind === 'resumed') open.delete(entry.ground);
        }
        expect(readLedger(structuredClone(ledger), how, calendar)).toEqual(reading);
        expect(reading?.state).toBe(open.size === 0 ? 'running' : 'stopped');
        expect(reading?.dueAt === undefined).toBe(open.size > 0);
      }),
    );
  });

  it('is never due earlier for what is appended to it', () => {
    fc.assert(
      fc.property(histories, terms, (ledger, how) => {
        let last = '';
        for (let length = 1; length <= ledger.length; length += 1) {
          const due = readLedger(ledger.slice(0, length), how, calendar)?.dueAt;
          if (due === undefined) continue;
          expect(due >= last).toBe(true);
          last = due;
        }
      }),
    );
  });
});
