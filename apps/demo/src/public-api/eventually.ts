import { setTimeout as pause } from 'node:timers/promises';
import { Difference } from './difference.js';

const LOOK_AGAIN_MS = 60;

/** Waits for what somebody else has to do first, and says what it was when it doesn't come. */
export async function eventually<T>(
  what: string,
  patience: number,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() >= end) throw new Difference(`${what}: not within ${patience / 1_000} s`);
    await pause(LOOK_AGAIN_MS);
  }
}
