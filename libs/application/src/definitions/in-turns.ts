import { setImmediate } from 'node:timers/promises';
import type { Pieces } from '@lianban/expressions';

/** Real milliseconds for which work has the event loop to itself. */
const TURN = 10;

/** Does work piece by piece, and lets everybody else have their turn in between. */
export const inTurns = async <T>(work: Pieces<T>): Promise<T> => {
  let until = performance.now() + TURN;
  let piece = work.next();
  while (piece.done !== true) {
    if (performance.now() >= until) {
      await setImmediate();
      until = performance.now() + TURN;
    }
    piece = work.next();
  }
  return piece.value;
};
