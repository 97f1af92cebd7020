import type { Run } from '../run.js';

/** Stable, and as many comparisons whatever the machine: the order is decided by an expression that costs. */
export const mergeSort = <T>(items: readonly T[], precedes: (a: T, b: T) => boolean, run: Run): T[] => {
  let from = [...items];
  for (let width = 1; width < items.length; width *= 2) {
    run.spend(items.length);
    const into: T[] = [];
    for (let start = 0; start < from.length; start += 2 * width) {
      merge(
        from,
        start,
        Math.min(start + width, from.length),
        Math.min(start + 2 * width, from.length),
        precedes,
        into,
      );
    }
    from = into;
  }
  return from;
};

const merge = <T>(
  items: readonly T[],
  start: number,
  middle: number,
  end: number,
  precedes: (a: T, b: T) => boolean,
  into: T[],
): void => {
  let left = start;
  let right = middle;
  while (left < middle || right < end) {
    // The right one goes first only where it really precedes: equal ones keep their order.
    const fromRight = left >= middle || (right < end && precedes(items[right] as T, items[left] as T));
    into.push(items[fromRight ? right++ : left++] as T);
  }
};
