import fc from 'fast-check';
import { type HeldInterval, chargeCase } from './charge-case.js';

/** Instants are hours of one day, so they sort as text. */
const at = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;

const held = (obligation: string, from: number, to?: number): HeldInterval => ({
  obligation,
  from: at(from),
  ...(to === undefined ? {} : { to: at(to) }),
});

const told = (intervals: readonly HeldInterval[], until: number): readonly string[] =>
  chargeCase(intervals, at(until)).map(
    ({ from, to, waitedFor }) =>
      `${Number(from.slice(11, 13))}-${Number(to.slice(11, 13))} ${waitedFor.map(({ obligation }) => obligation).join('+') || '-'}`,
  );

describe('whom a case waited for', () => {
  it('is whoever held it, one after the other', () => {
    expect(told([held('a', 0, 2), held('b', 2, 5)], 5)).toEqual(['0-2 a', '2-5 b']);
  });

  it('of lanes side by side is the one that came last', () => {
    expect(told([held('fast', 0, 2), held('slow', 0, 7), held('join', 7, 8)], 8)).toEqual([
      '0-7 slow',
      '7-8 join',
    ]);
  });

  it('is found through a lane of several steps, though another lane outlasted its first', () => {
    expect(told([held('a', 0, 5), held('then', 5, 12), held('b', 0, 9), held('join', 12, 13)], 13)).toEqual([
      '0-5 a',
      '5-12 then',
      '12-13 join',
    ]);
  });

  it('are all of those that are still open', () => {
    expect(told([held('a', 0, 3), held('b', 0), held('after-a', 3)], 6)).toEqual([
      '0-3 b+a',
      '3-6 b+after-a',
    ]);
  });

  it('is nobody while a timer of the process runs', () => {
    expect(told([held('a', 0, 2), held('b', 6, 8)], 9)).toEqual(['0-2 a', '2-6 -', '6-8 b', '8-9 -']);
  });

  it('changes with the hands of one obligation', () => {
    const tiles = [held('a', 0, 2), held('a', 2, 3), held('a', 3, 6)];
    expect(told(tiles, 6)).toEqual(['0-2 a', '2-3 a', '3-6 a']);
    expect(chargeCase(tiles, at(6)).map(({ waitedFor }) => waitedFor)).toEqual(tiles.map((tile) => [tile]));
  });

  it('leaves out what was done in the instant it came up, and what is not yet', () => {
    expect(told([held('a', 0, 2), held('at-once', 2, 2), held('b', 2, 5), held('later', 9)], 7)).toEqual([
      '0-2 a',
      '2-5 b',
      '5-7 -',
    ]);
  });

  it('before an event began something beside, is who held it then', () => {
    expect(told([held('a', 1, 3), held('told-of', 2)], 5)).toEqual(['1-2 a', '2-5 told-of']);
  });

  it('is nobody where nothing was ever held', () => {
    expect(told([], 5)).toEqual([]);
  });

  it('is told for every instant exactly once, by those who held something then', () => {
    const obligation = fc.record({
      from: fc.integer({ min: 0, max: 20 }),
      tiles: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
      open: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(obligation, { minLength: 1, maxLength: 8 }), (drawn) => {
        const until = 23;
        const intervals = drawn.flatMap(({ from, tiles, open }, index) => {
          let cursor = from;
          return tiles.flatMap((hours, place) => {
            const start = cursor;
            cursor = Math.min(until, cursor + hours);
            const last = place === tiles.length - 1 && open;
            return start === cursor && !last
              ? []
              : [last ? held(`o${index}`, start) : held(`o${index}`, start, cursor)];
          });
        });
        const charges = chargeCase(intervals, at(until));
        const begins = intervals
          .filter((one) => one.from < at(until))
          .map(({ from }) => from)
          .toSorted()[0];
        expect(charges[0]?.from).toBe(charges.length === 0 ? undefined : begins);
        charges.forEach((charge, index) => {
          expect(charge.from < charge.to).toBe(true);
          expect(charge.to).toBe(charges[index + 1]?.from ?? at(until));
          for (const tile of charge.waitedFor) {
            expect(tile.from <= charge.from && (tile.to ?? at(until)) >= charge.to).toBe(true);
          }
          const holding = intervals.some(
            (tile) => tile.from <= charge.from && (tile.to ?? at(until)) >= charge.to,
          );
          if (!holding) expect(charge.waitedFor).toEqual([]);
        });
      }),
    );
  });
});
