import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a condition, and says which one when it does not come true. */
export async function eventually<T>(
  what: string,
  condition: () => Promise<T | undefined | false> | T | undefined | false,
  within = 15_000,
): Promise<T> {
  const end = Date.now() + within;
  let last: unknown;
  for (;;) {
    try {
      const answer = await condition();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      // Not yet: what it asks may still be starting.
      last = error;
    }
    if (Date.now() >= end) throw new Error(`not within ${within / 1000} s: ${what}`, { cause: last });
    await pause(25);
  }
}
