import { toCivilDate, toDayNumber, yearOf } from './civil-date.js';
import { statutoryDays } from './statutory-days.js';

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});
const lunarDay = (day: number): string => lunar.format(day * 86_400_000);
const years = Array.from({ length: 27 }, (_, index) => 2024 + index);

describe('the statutory days of a year', () => {
  it.each([
    ['2025', '01-01 05-01 05-02 10-01 10-02 10-03 01-28 01-29 01-30 01-31 04-04 05-31 10-06'],
    ['2027', '01-01 05-01 05-02 10-01 10-02 10-03 02-06 02-07 02-08 02-09 04-05 06-09 09-15'],
  ])('%s has thirteen', (year, days) => {
    expect(
      statutoryDays(Number(year))
        .map((day) => toCivilDate(day).slice(5))
        .join(' '),
    ).toBe(days);
  });

  it.each(years)('%i agrees with the lunar calendar of the runtime', (year) => {
    const found = new Map<string, number>();
    for (let day = toDayNumber(`${year}-01-01`); yearOf(day) === year; day += 1)
      found.set(lunarDay(day), day);
    const days = statutoryDays(year);
    expect(days).toHaveLength(13);
    expect(days).toEqual(expect.arrayContaining([found.get('1/1'), found.get('5/5'), found.get('8/15')]));
  });

  it('beyond the table are the fixed ones', () => {
    expect(statutoryDays(2077)).toHaveLength(6);
  });
});
