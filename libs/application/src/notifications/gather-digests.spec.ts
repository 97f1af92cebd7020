import { toDayNumber } from '@lianban/calendar';
import { isDayOf } from './gather-digests.js';

const off = new Set(['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-03', '2026-10-04'].map(toDayNumber));
const calendar = { isWorkingDay: (day: number) => !off.has(day) };

describe('the day of a digest', () => {
  it('is every working day', () => {
    expect(isDayOf('daily', calendar, toDayNumber('2026-10-07'))).toBe(false);
    expect(isDayOf('daily', calendar, toDayNumber('2026-10-08'))).toBe(true);
  });

  it('is the first working day of a week, which may be no Monday', () => {
    const days = ['2026-10-05', '2026-10-08', '2026-10-09', '2026-10-12'];
    expect(days.map((day) => isDayOf('weekly', calendar, toDayNumber(day)))).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
