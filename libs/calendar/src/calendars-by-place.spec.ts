import fc from 'fast-check';
import type { CalendarLayer } from './calendar-layer.js';
import { calendarsByPlace } from './calendars-by-place.js';
import { toCivilDate, toDayNumber, weekdayOf } from './civil-date.js';
import { statutoryDays } from './statutory-days.js';

const liesIn = new Map([
  ['dinghai.health', '330902'],
  ['zhoushan.health', '330900'],
  ['330902', '330900'],
  ['330922', '330900'],
]);
const layer = (
  of: CalendarLayer['layer'],
  code: string,
  off: readonly string[],
  work: readonly string[] = [],
) => ({
  layer: of,
  code,
  version: 1,
  years: { '2026': { source: '', off, workOnWeekend: work } },
});
const day = toDayNumber;

describe('the calendars of a city', () => {
  const calendars = calendarsByPlace(
    [
      layer('national', 'CN', ['2026-10-01']),
      layer('city', '330900', ['2026-09-08']),
      layer('county', '330922', ['2026-09-09']),
      { ...layer('office', 'dinghai.health', ['2026-09-10']), officeHours: [['09:00', '16:00'] as const] },
    ],
    liesIn,
  );
  const off = (place: string): readonly string[] =>
    ['2026-09-08', '2026-09-09', '2026-09-10', '2026-10-01'].filter(
      (date) => !calendars.at(place).isWorkingDay(day(date)),
    );

  it('close a place on its own days off and on those of all it lies in', () => {
    expect(off('330922')).toEqual(['2026-09-08', '2026-09-09', '2026-10-01']);
    expect(off('330902')).toEqual(['2026-09-08', '2026-10-01']);
    expect(off('dinghai.health')).toEqual(['2026-09-08', '2026-09-10', '2026-10-01']);
    expect(off('zhoushan.health')).toEqual(['2026-09-08', '2026-10-01']);
    expect(off('a place nobody knows')).toEqual(['2026-10-01']);
  });

  it('give an office its own hours, and nobody else', () => {
    expect(calendars.at('dinghai.health').officeSpans).toEqual([[540, 960]]);
    expect(calendars.at('330902').minutesADay).toBe(420);
  });

  it('are one object where the same layers hold', () => {
    expect(calendars.at('330902')).toBe(calendars.base);
    expect(calendars.at('330902').version).toBe('CN@1+330900@1');
  });

  it('survive districts that lie in one another', () => {
    const round = calendarsByPlace(
      [layer('national', 'CN', [])],
      new Map([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    );
    expect(round.at('a').isWorkingDay(day('2026-11-25'))).toBe(true);
  });
});

describe('the composition of layers', () => {
  const date = fc.integer({ min: day('2026-12-01'), max: day('2027-03-31') }).map(toCivilDate);
  const yearsOf = (off: readonly string[], work: readonly string[]) => {
    const years: Record<string, { source: string; off: string[]; workOnWeekend: string[] }> = {};
    const of = (it: string) => (years[it.slice(0, 4)] ??= { source: '', off: [], workOnWeekend: [] });
    for (const it of off) of(it).off.push(it);
    // A day is in one list of its layer.
    for (const it of work) if (!off.includes(it)) of(it).workOnWeekend.push(it);
    return years;
  };
  const names = ['national', 'province', 'city', 'county', 'office'] as const;
  const codes = ['CN', '330000', '330900', '330902', 'dinghai.health'] as const;
  const layersArb = fc.tuple(
    ...names.map((name, index) =>
      fc.option(
        fc.record({
          layer: fc.constant(name),
          code: fc.constant(codes[index] ?? ''),
          version: fc.integer({ min: 1, max: 9 }),
          years: fc
            .tuple(fc.array(date, { maxLength: 8 }), fc.array(date, { maxLength: 8 }))
            .map(([off, work]) => yearsOf(off, work)),
        }),
      ),
    ),
  );

  it('is what a walk from the innermost layer to the weekday says, for each day', () => {
    fc.assert(
      fc.property(layersArb, (found) => {
        const layers: CalendarLayer[] = found.flatMap((it) => it ?? []);
        const calendar = calendarsByPlace(layers, liesIn).at('dinghai.health');
        const announced = layers.find((it) => it.layer === 'national');
        for (let at = day('2026-12-01'); at <= day('2027-03-31'); at += 1) {
          const text = toCivilDate(at);
          const year = text.slice(0, 4);
          let open: boolean | undefined;
          for (const { years } of layers.toReversed()) {
            if (open !== undefined) break;
            if (years[year]?.off.includes(text)) open = false;
            else if (years[year]?.workOnWeekend.includes(text)) open = true;
          }
          const provisional = announced?.years[year] === undefined;
          if (open === undefined && provisional && statutoryDays(Number(year)).includes(at)) open = false;
          open ??= weekdayOf(at) !== 0 && weekdayOf(at) !== 6;
          expect([text, calendar.isWorkingDay(at), calendar.isProvisional(at)]).toEqual([
            text,
            open,
            provisional,
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
