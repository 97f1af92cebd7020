import * as fc from 'fast-check';
import { valueOf } from '../specimens/value-of.js';

describe('dates, times and durations', () => {
  it.each([
    ['@"2026-01-31" + @"P1M"', '2026-02-28'],
    ['@"2024-02-29" - @"P1Y"', '2023-02-28'],
    ['@"2026-01-01" + @"P1D"', '2026-01-02'],
    ['@"2026-01-01" - @"PT1H"', '2025-12-31'],
    ['@"PT1H" + @"2026-01-01T23:30:00"', '2026-01-02T00:30:00'],
    ['@"23:30:00+08:00" + @"PT1H"', '00:30:00+08:00'],
    ['@"2026-03-02" - @"2026-02-28"', 'P2D'],
    ['@"2026-03-02T00:00:00+08:00" - @"2026-03-01T00:00:00Z"', 'PT16H'],
    ['@"2026-03-02" - @"2026-03-01T00:00:00Z"', 'P1D'],
    ['@"10:00:00Z" - @"09:00:00+01:00"', 'PT2H'],
    ['@"P1Y" + @"P2M"', 'P1Y2M'],
    ['@"P1D" - @"PT1H"', 'PT23H'],
    ['@"P1M" * 2.5', 'P2M'],
    ['2 * @"PT1H30M"', 'PT3H'],
    ['@"P1Y" / 5', 'P2M'],
    ['@"P1D" / @"PT1H"', '24'],
    ['@"P1Y" / @"P1M"', '12'],
    ['-@"P1Y2M"', '-P1Y2M'],
    // Clocks go forward at 2 and back at 3 o'clock: an hour is an hour all the same.
    ['@"2021-03-28T01:30:00@Europe/Paris" + @"PT1H"', '2021-03-28T03:30:00@Europe/Paris'],
    ['@"2021-10-31T02:30:00@Europe/Paris" + @"PT1H"', '2021-10-31T02:30:00@Europe/Paris'],
    ['@"2021-03-28T12:00:00@Europe/Paris" - @"2021-03-27T12:00:00@Europe/Paris"', 'PT23H'],
    ['@"2026-03-02T08:00:00@Asia/Shanghai" = @"2026-03-02T00:00:00Z"', 'true'],
    ['@"2026-03-02T08:00:00+08:00" < @"2026-03-02T00:00:01Z"', 'true'],
    ['@"2026-03-02T00:00:00" = @"2026-03-02T00:00:00Z"', 'false'],
    ['@"10:00:00" != @"10:00:00@Europe/Paris"', 'true'],
    ['@"P1Y" = @"P12M"', 'true'],
    ['@"P1D" < @"PT25H"', 'true'],
    ['@"2026-03-02".weekday', '1'],
    ['@"2026-03-01".weekday', '7'],
    ['@"2026-03-02T08:30:01.5+08:00".second', '1.5'],
    ['@"2026-03-02T08:30:00@Asia/Shanghai".time offset', 'PT8H'],
    ['@"2026-03-02T08:30:00@Asia/Shanghai".timezone', '"Asia/Shanghai"'],
    ['@"-P1Y2M".months', '-2'],
    ['@"-P1DT2H".hours', '-2'],
    ['day of year(@"2024-12-31")', '366'],
    ['day of week(@"2026-11-25")', '"Wednesday"'],
    ['month of year(@"2026-11-25T00:00:00")', '"November"'],
    ['week of year(@"2005-01-01")', '53'],
    ['week of year(@"2003-12-29")', '1'],
    ['is(@"10:00:00Z", @"10:00:00+00:00")', 'true'],
    ['is(@"10:00:00@Etc/UTC", @"10:00:00Z")', 'false'],
    ['is(@"10:00:00.0001", @"10:00:00.0002")', 'false'],
  ])('%s is %s', (text, expected) => expect(valueOf(text)).toBe(expected));

  it.each([
    '@"2026-01-01" + @"2026-01-01"',
    '@"2026-01-01" + 1',
    '@"P1Y" + @"P1D"',
    '@"10:00:00" + @"P1Y"',
    '@"2026-03-02T00:00:00" - @"2026-03-01T00:00:00Z"',
    '@"2026-03-02T00:00:00" < @"2026-03-03T00:00:00Z"',
    '@"2026-03-02" < @"2026-03-03T00:00:00"',
    '@"P1Y" < @"P365D"',
    '@"P1D" * @"P1D"',
    '1 / @"P1D"',
    '@"P1D" / 0',
    '@"999999999-12-31" + @"P1D"',
    '@"999999999-12-31" + @"P1M"',
    '@"2026-03-02".hour',
    '@"P1Y".days',
    'day of week(null)',
  ])('%s is null', (text) => expect(valueOf(text)).toBe('null'));

  const day = fc.integer({ min: -3_000_000, max: 3_000_000 });

  it('days added and taken away again lead back', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const first = valueOf(`@"1970-01-01" + @"P1D" * (${a})`);
        expect(valueOf(`@"${first}" + @"P1D" * (${b}) - @"P1D" * (${b})`)).toBe(first);
        expect(valueOf(`(@"${first}" - @"1970-01-01") / @"P1D"`)).toBe(String(a));
      }),
      { numRuns: 300 },
    );
  });

  it('agree with the calendar of JavaScript', () => {
    fc.assert(
      fc.property(day, (days) => {
        const date = new Date(days * 86_400_000);
        const text = valueOf(`@"1970-01-01" + @"P1D" * (${days})`);
        expect(valueOf(`@"${text}".weekday`)).toBe(String(date.getUTCDay() || 7));
        expect(valueOf(`[@"${text}".year, @"${text}".month, @"${text}".day]`)).toBe(
          `[${date.getUTCFullYear()}, ${date.getUTCMonth() + 1}, ${date.getUTCDate()}]`,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('come back from their texts', () => {
    const two = (most: number): fc.Arbitrary<string> =>
      fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
    const zone = fc.constantFrom('', 'Z', '+08:00', '-03:30', '@Asia/Shanghai', '@Europe/Paris');
    const time = fc.tuple(two(23), two(59), two(59), fc.constantFrom('', '.5', '.000000001'), zone);
    const date = fc
      .tuple(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(
        ([y, m, d]) =>
          `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
      );
    fc.assert(
      fc.property(date, time, (dateText, [hour, minute, second, fraction, zoneText]) => {
        const timeText = `${hour}:${minute}:${second}${fraction}${zoneText}`;
        expect(valueOf(`string(@"${timeText}")`)).toBe(`"${timeText}"`);
        expect(valueOf(`string(date and time("${dateText}T${timeText}"))`)).toBe(`"${dateText}T${timeText}"`);
      }),
      { numRuns: 300 },
    );
  });
});
