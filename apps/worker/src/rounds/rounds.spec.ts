import { eventually } from '@lianban/testing';
import { startRound } from './rounds.js';

const HOUR = 3_600_000;

describe('a round', () => {
  it('runs at once when it is woken, however long it would pause', async () => {
    let runs = 0;
    const round = startRound(HOUR, async () => void (runs += 1), fail);
    await eventually('the first run', () => runs === 1);
    await turn();
    round.wake();
    await eventually('the second run', () => runs === 2);
    await round.stop();
  });

  it('woken while it runs, it runs once more and not twice at a time', async () => {
    const gates: (() => void)[] = [];
    const round = startRound(HOUR, () => new Promise<void>((resolve) => gates.push(resolve)), fail);
    round.wake();
    round.wake();
    expect(gates).toHaveLength(1);
    gates[0]?.();
    await eventually('the second run', () => gates.length === 2);
    gates[1]?.();
    await turn();
    expect(gates).toHaveLength(2);
    await round.stop();
  });

  it('outlives an error of its work, and sleeps for good once it is stopped', async () => {
    const errors: unknown[] = [];
    let runs = 0;
    const round = startRound(
      HOUR,
      () => {
        runs += 1;
        return Promise.reject(new Error('away'));
      },
      (error) => errors.push(error),
    );
    await eventually('the first error', () => errors.length === 1);
    await turn();
    round.wake();
    await eventually('the second error', () => errors.length === 2);
    await round.stop();
    round.wake();
    await turn();
    expect(runs).toBe(2);
  });
});

/** Lets everything that is ready run. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const fail = (error: unknown): void => {
  throw error;
};
