import * as fc from 'fast-check';
import { valueOf } from '../specimens/value-of.js';

describe('relations of points and ranges', () => {
  it.each([
    ['before([1..5), 5)', 'true'],
    ['before(1, (1..5])', 'true'],
    ['after([5..8], [1..5])', 'false'],
    ['after((5..8], [1..5])', 'true'],
    ['meets([1..5], [5..8])', 'true'],
    ['meets([1..5), [5..8])', 'false'],
    ['met by([5..8], [1..5])', 'true'],
    ['overlaps([1..5], [5..8])', 'true'],
    ['overlaps([1..5), [5..8])', 'false'],
    ['overlaps before([1..5], (1..8])', 'true'],
    ['overlaps after([3..8], [1..5])', 'true'],
    ['finishes(8, [1..8])', 'true'],
    ['finishes([3..8), [1..8))', 'true'],
    ['finished by([1..8], (3..8])', 'true'],
    ['includes([1..8], (1..8))', 'true'],
    ['includes((1..8], 1)', 'false'],
    ['during(@"2026-01-02", [@"2026-01-01"..@"2026-01-03"])', 'true'],
    ['starts(1, [1..8])', 'true'],
    ['starts((1..3], [1..8])', 'false'],
    ['started by([1..8], [1..3))', 'true'],
    ['coincides([1..8], [1..8])', 'true'],
    ['coincides(5, 5)', 'true'],
    ['includes((< 10), 3)', 'true'],
    ['before((< 10), [10..12])', 'true'],
    ['during([2..3], (>= 2))', 'true'],
    ['overlaps((> 5), (< 5))', 'false'],
    ['before("a", 1)', 'null'],
    ['before(null, 1)', 'null'],
    ['includes([1..8], "a")', 'null'],
    ['range("[18..21)")', '[18..21)'],
    ['range("(..2]")', '(null..2]'],
    ['range("[@\\"2026-01-01\\"..date(\\"2026-02-01\\")]")', '[2026-01-01..2026-02-01]'],
    ['range("[\\"a\\"..\\"c\\"]")', '["a".."c"]'],
    ['range("[2..1]")', 'null'],
    ['range("[..]")', 'null'],
    ['range("[1..x]")', 'null'],
    ['range("1..2")', 'null'],
    ['range(null)', 'null'],
  ])('%s is %s', (text, expected) => expect(valueOf(text)).toBe(expected));

  it('agree with the points that lie in the ranges', () => {
    const bound = fc.integer({ min: 0, max: 6 });
    const range = fc
      .tuple(bound, bound, fc.boolean(), fc.boolean())
      .filter(([low, high]) => low < high)
      .map(([low, high, from, to]) => ({
        text: `${from ? '[' : '('}${low}..${high}${to ? ']' : ')'}`,
        // Quarters stand for the reals: ends and what lies between them.
        points: Array.from({ length: 25 }, (_, index) => index / 4).filter(
          (point) => (from ? point >= low : point > low) && (to ? point <= high : point < high),
        ),
      }));
    fc.assert(
      fc.property(range, range, (a, b) => {
        const shared = a.points.some((point) => b.points.includes(point));
        expect(valueOf(`overlaps(${a.text}, ${b.text})`)).toBe(String(shared));
        const inside = b.points.every((point) => a.points.includes(point));
        expect(valueOf(`includes(${a.text}, ${b.text})`)).toBe(String(inside));
        const ahead = Math.max(...a.points) < Math.min(...b.points);
        expect(valueOf(`before(${a.text}, ${b.text})`)).toBe(String(ahead));
        expect(valueOf(`after(${b.text}, ${a.text})`)).toBe(String(ahead));
      }),
      { numRuns: 300 },
    );
  });
});
