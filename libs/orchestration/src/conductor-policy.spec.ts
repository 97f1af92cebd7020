import { PATIENT } from './conductor-policy.js';

const seconds = (duration: string): number => {
  const [amount, unit] = duration.split(' ');
  const each = { second: 1, seconds: 1, hours: 3_600 }[unit ?? ''];
  if (each === undefined) throw new Error(`unknown unit in ${duration}`);
  return Number(amount) * each;
};

/** When Temporal tries, in seconds from the first try, where each try fails at once: doubling pauses up to the longest. */
const tries = (): number[] => {
  const at = [0];
  for (let pause = seconds(PATIENT.firstRetry), now = pause; now < seconds(PATIENT.giveUpAfter);) {
    at.push(now);
    pause = Math.min(pause * 2, seconds(PATIENT.longestPause));
    now += pause;
  }
  return at;
};

describe('the patience of a conductor', () => {
  it('outlasts an hour of downtime, and a night: it still tries a day later', () => {
    const later = tries().filter((at) => at > 3_600);
    expect(later.length).toBeGreaterThan(1_000);
    expect(later.at(-1)).toBeGreaterThan(24 * 3_600);
  });

  it('finds a system again within a minute of its return', () => {
    const at = tries();
    const longest = Math.max(...at.slice(1).map((time, index) => time - (at[index] ?? 0)));
    expect(longest).toBeLessThanOrEqual(60);
  });

  it('is quick where a call failed once', () => {
    expect(tries().slice(0, 4)).toEqual([0, 1, 3, 7]);
  });
});
