import type { LedgerEntry } from '@lianban/calendar';
import { LadderBook, nameOfLadder } from './ladder-book.js';
import type { Ladder } from './ladder.js';

const version = (number: number, effectiveFrom?: string): Ladder => ({
  code: 'L-STD',
  version: number,
  name: { zh: '阶梯', en: 'Ladder' },
  serves: 'default-long',
  rungs: [],
  ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
});
const book = new LadderBook([
  version(1),
  version(3, '2026-12-01T00:00:00.000Z'),
  version(2, '2026-06-01T00:00:00.000Z'),
]);
const started = (ladder?: string): LedgerEntry => ({
  kind: 'started',
  at: '2026-03-02T00:30:00.000Z',
  milestone: 'filing.submitted',
  calendar: 'CN@1',
  ...(ladder === undefined ? {} : { ladder }),
});

describe('the book of ladders', () => {
  it.each([
    ['2026-03-02T00:30:00.000Z', 1],
    ['2026-05-31T23:59:59.999Z', 1],
    ['2026-06-01T00:00:00.000Z', 2],
    ['2026-12-01T00:00:00.000Z', 3],
  ])('has in force at %s version %d', (at, expected) => {
    expect(book.inForce('L-STD', at)?.version).toBe(expected);
  });

  it('lets a clock climb the version it started with, whatever was published since', () => {
    const now = '2027-01-04T00:00:00.000Z';
    expect(book.climbedBy([started('L-STD@1')], 'L-STD', now)?.version).toBe(1);
    const redefined: LedgerEntry = {
      kind: 'redefined',
      at: now,
      version: 'filing 2',
      ladder: nameOfLadder(version(2)),
    };
    expect(book.climbedBy([started('L-STD@1'), redefined], 'L-STD', now)?.version).toBe(2);
  });

  it('gives what is in force to a ledger that names no version, and nothing for a code it does not have', () => {
    expect(book.climbedBy([started()], 'L-STD', '2026-06-02T00:00:00.000Z')?.version).toBe(2);
    expect(book.inForce('L-NONE', '2026-06-02T00:00:00.000Z')).toBeUndefined();
  });
});
