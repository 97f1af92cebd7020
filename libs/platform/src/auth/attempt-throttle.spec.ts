import { AttemptThrottle } from './attempt-throttle.js';

const minute = 60_000;

describe('attempts to sign in', () => {
  let now: number;
  let throttle: AttemptThrottle;
  const attempts = (count: number, key = 'clerk 10.0.0.1'): readonly boolean[] =>
    Array.from({ length: count }, () => throttle.begin(key));
  beforeEach(() => {
    now = 1_000_000;
    throttle = new AttemptThrottle(() => now);
  });

  it('are ten in fifteen minutes, and not one more', () => {
    expect(attempts(12)).toEqual([...Array.from({ length: 10 }, () => true), false, false]);
  });

  it('are free again one by one as the earlier ones grow old', () => {
    attempts(5);
    now += 10 * minute;
    attempts(5);
    now += 5 * minute;
    expect(attempts(6)).toEqual([true, true, true, true, true, false]);
  });

  it('that were refused do not make the wait longer', () => {
    attempts(10);
    now += 14 * minute;
    expect(attempts(20).some(Boolean)).toBe(false);
    now += minute;
    expect(throttle.begin('clerk 10.0.0.1')).toBe(true);
  });

  it('from one address do not lock the account elsewhere', () => {
    attempts(11);
    expect(throttle.begin('clerk 10.0.0.2')).toBe(true);
  });

  it('are forgotten after one that succeeded', () => {
    attempts(9);
    throttle.succeeded('clerk 10.0.0.1');
    expect(attempts(10).every(Boolean)).toBe(true);
  });

  it('on invented names cost the oldest name its count, never the memory', () => {
    attempts(10, 'first');
    for (let name = 0; name < 50_000; name += 1) throttle.begin(`invented ${name}`);
    expect(throttle.begin('first')).toBe(true);
    expect(attempts(10, 'invented 49999').filter(Boolean)).toHaveLength(9);
  });
});
