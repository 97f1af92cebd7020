import { FailedRows } from './failed-rows.js';

const failing = (): Promise<number> => Promise.reject(new Error('no such node'));

describe('due rows that fail', () => {
  it('rest ever longer, half a minute at most, and are free again once they are through', async () => {
    let now = 0;
    const rows = new FailedRows(() => now);
    const rests: number[] = [];
    for (let failure = 0; failure < 7; failure += 1) {
      expect(await rows.guard('a', failing)).toBe(0);
      const since = now;
      while (rows.resting().includes('a')) now += 500;
      rests.push(now - since);
    }
    expect(rests).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(await rows.guard('a', () => Promise.resolve(1))).toBe(1);
    expect(rows.resting()).toEqual([]);
    await rows.guard('a', failing);
    now += 1_000;
    expect(rows.resting()).toEqual([]);
  });

  it('are told of once, the first of them', async () => {
    const rows = new FailedRows();
    expect(() => rows.throwFirst()).not.toThrow();
    await rows.guard('a', failing);
    await rows.guard('b', () => Promise.reject(new Error('another')));
    expect(() => rows.throwFirst()).toThrow('no such node');
    expect(() => rows.throwFirst()).not.toThrow();
  });
});
