import type { CalendarLayer } from './calendar-layer.js';
import { changedDays } from './changed-days.js';
import { toCivilDate } from './civil-date.js';

const layer = (off: readonly string[], more: Partial<CalendarLayer> = {}): CalendarLayer => ({
  layer: 'city',
  code: '330900',
  version: 1,
  years: { '2026': { source: '', off, workOnWeekend: [] } },
  ...more,
});
const between = (before?: CalendarLayer, after?: CalendarLayer): readonly string[] => {
  const days = changedDays(before, after);
  return days === undefined
    ? []
    : [days.from, days.to].map((day) => (Number.isFinite(day) ? toCivilDate(day) : '∞'));
};

describe('the days that two versions count otherwise', () => {
  it.each([
    [[], layer(['2026-09-08']), layer(['2026-09-08'])],
    [['2026-09-08', '2026-09-10'], layer(['2026-09-08']), layer(['2026-09-10'])],
    [['2026-09-08', '2026-09-08'], undefined, layer(['2026-09-08'])],
    [['2026-09-08', '2026-09-08'], layer(['2026-09-08']), undefined],
    [['∞', '∞'], layer([]), layer([], { officeHours: [['09:00', '16:00']] })],
  ])('are %j', (days, before, after) => {
    expect(between(before, after)).toEqual(days);
  });

  it('are a whole national year that is announced now', () => {
    const nation = { layer: 'national' as const, code: 'CN' };
    const announced = {
      ...layer([], nation),
      years: { '2027': { source: '', off: ['2027-01-01'], workOnWeekend: [] } },
    };
    expect(between({ ...layer([], nation), years: {} }, announced)).toEqual(['2027-01-01', '2027-12-31']);
  });
});
