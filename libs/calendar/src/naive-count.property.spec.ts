import fc from 'fast-check';
import { toCivilDate, toDayNumber } from './civil-date.js';
import { readLedger } from './clock-ledger.js';
import type { Duration } from './duration.js';
import type { LedgerEntry } from './ledger-entry.js';
import { toInstant, toLocalTime } from './local-time.js';
import {
  type Moment,
  type NaiveClock,
  type NaiveEvent,
  dayAfter,
  naiveDue,
  weekday,
} from './specimens/naive-count.js';
import { type WorkingCalendar, createCalendar } from './working-calendar.js';

const isLong = process.env['LIANBAN_LONG'] === '1';
/** A million in all: thousand calendars, thousand clocks each. */
const CALENDARS = isLong ? 1_000 : 40;
const CLOCKS = isLong ? 1_000 : 75;
const PATIENCE = isLong ? 60 * 60_000 : 60_000;

const FIRST = toDayNumber('2026-01-01');
const YEAR_LATER = 365;

/** Days off and make-up days, here and there and in runs, as notices have them, over two years. */
const calendars = fc
  .record({
    off: fc.array(fc.tuple(fc.nat(2 * YEAR_LATER), fc.integer({ min: 1, max: 9 })), { maxLength: 24 }),
    makeUp: fc.array(fc.nat(2 * YEAR_LATER), { maxLength: 20 }),
    hours: fc.constantFrom<readonly (readonly [string, string])[]>(
      [
        ['08:30', '12:00'],
        ['14:00', '17:30'],
      ],
      [['09:00', '17:00']],
      [
        ['08:00', '11:30'],
        ['13:30', '16:00'],
        ['19:00', '20:30'],
      ],
    ),
  })
  .map(({ off, makeUp, hours }) => {
    const date = (day: number): string => toCivilDate(FIRST + day);
    const isWeekend = (text: string): boolean => weekday(text) === 0 || weekday(text) === 6;
    const working = new Set(makeUp.map(date).filter(isWeekend));
    const free = new Set(
      off.flatMap(([from, length]) => Array.from({ length }, (_, index) => date(from + index))),
    );
    const offDays = [...free].filter((text) => !working.has(text));
    const years = Object.fromEntries(
      ['2026', '2027', '2028', '2029'].map((year) => [
        year,
        {
          source: 'generated',
          off: offDays.filter((text) => text.startsWith(year)),
          workOnWeekend: [...working].filter((text) => text.startsWith(year)),
        },
      ]),
    );
    const half = (time: string): number => Number(time.slice(0, 2)) * 2 + (time.endsWith('30') ? 1 : 0);
    const openHalfHours = new Set(
      hours.flatMap(([from, to]) =>
        Array.from({ length: half(to) - half(from) }, (_, index) => half(from) + index),
      ),
    );
    return {
      real: createCalendar([{ layer: 'national', code: 'CN', version: 1, officeHours: hours, years }]),
      naive: {
        off: new Set(offDays),
        makeUp: working,
        openHalfHours,
        closes: half(hours.at(-1)?.[1] ?? '17:30'),
      },
    };
  });

const lengths: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 90 }), unit: fc.constant('calendar_day' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 45 }), unit: fc.constant('working_day' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 12 }), unit: fc.constant('month' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 72 }), unit: fc.constant('hour' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constant('working_hour' as const) }),
);

/** A life: half hours pass between what happens, few or many. */
const clocks: fc.Arbitrary<NaiveClock> = fc
  .record({
    start: fc.tuple(fc.nat(YEAR_LATER), fc.nat(47)),
    length: lengths,
    rolls: fc.boolean(),
    leastAfterStop: fc.nat(3),
    moves: fc.array(
      fc.record({
        wait: fc.oneof(fc.nat(6), fc.nat(48), fc.nat(700)),
        kind: fc.constantFrom('stopped' as const, 'resumed' as const),
        ground: fc.constantFrom('supplement', 'force-majeure', 'judicial'),
      }),
      { maxLength: 7 },
    ),
    extended: fc.option(fc.record({ by: lengths, place: fc.nat(7) })),
  })
  .map(({ start: [day, half], length, rolls, leastAfterStop, moves, extended }) => {
    const started: Moment = [toCivilDate(FIRST + day), half];
    let [date, at] = started;
    const events: NaiveEvent[] = moves.map(({ wait, kind, ground }): NaiveEvent => {
      at += wait;
      while (at >= 48) [date, at] = [dayAfter(date), at - 48];
      return { kind, ground, at: [date, at] };
    });
    if (extended) {
      const place = Math.min(extended.place, events.length);
      const when = events[place - 1]?.at ?? started;
      events.splice(place, 0, { kind: 'extended', at: when, by: extended.by });
    }
    // What still holds the clock in the end mostly lets it go: there is more to compare in a clock that runs.
    const held = new Set(
      ['supplement', 'force-majeure', 'judicial'].filter((ground) => {
        const last = events.findLast((event) => event.kind !== 'extended' && event.ground === ground);
        return last?.kind === 'stopped';
      }),
    );
    if (leastAfterStop !== 3 || !extended)
      for (const ground of held) events.push({ kind: 'resumed', ground, at: [date, at] });
    return { started, length, rolls, leastAfterStop, events };
  });

const instant = (calendar: WorkingCalendar, [date, half]: Moment): string =>
  toInstant(calendar, { day: toDayNumber(date), minute: half * 30 });

const ledgerOf = (calendar: WorkingCalendar, { started, events }: NaiveClock): readonly LedgerEntry[] => [
  { kind: 'started', at: instant(calendar, started), milestone: 'm', calendar: 'CN@1' },
  ...events.map((event): LedgerEntry => {
    const at = instant(calendar, event.at);
    if (event.kind !== 'extended') return { kind: event.kind, at, ground: event.ground };
    const { by } = event;
    return { kind: 'extended', at, by, basis: 'LIC-42', reason: 'r', approver: 'a', from: at, dueAt: at };
  }),
];

describe('a clock counted by the library and counted day by day', () => {
  it(
    `runs out at the same instant, for ${CALENDARS * CLOCKS} clocks on ${CALENDARS} calendars`,
    () => {
      fc.assert(
        fc.property(
          calendars,
          fc.array(clocks, { minLength: CLOCKS, maxLength: CLOCKS }),
          ({ real, naive }, many) => {
            for (const clock of many) {
              const reading = readLedger(
                ledgerOf(real, clock),
                {
                  duration: clock.length,
                  leastAfterStop: clock.leastAfterStop,
                  lastDay: clock.rolls ? 'rolls' : 'stands',
                },
                real,
              );
              const due = naiveDue(naive, clock);
              const counted = due === 'stopped' ? due : instant(real, due);
              const found = reading?.dueAt ?? reading?.state;
              if (found !== counted)
                throw new Error(
                  `${JSON.stringify(clock)}: ${String(found)} by the library, ${counted} day by day`,
                );
              if (reading?.dueAt !== undefined)
                expect(reading.derivation?.dueDay).toBe(toLocalTime(real, reading.dueAt).day);
            }
          },
        ),
        { numRuns: CALENDARS },
      );
    },
    PATIENCE,
  );
});
