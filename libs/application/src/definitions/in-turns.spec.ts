import { jest } from '@jest/globals';
import { inTurns } from './in-turns.js';

describe('work in turns', () => {
  afterEach(() => jest.restoreAllMocks());

  const threePieces = function* (order: string[]): Generator<undefined, string> {
    for (const piece of ['first', 'second', 'third']) {
      order.push(piece);
      yield;
    }
    return 'done';
  };

  it('lets others have theirs when it has had the event loop for a while', async () => {
    let clock = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => (clock += 6));
    const order: string[] = [];
    const work = inTurns(threePieces(order));
    setImmediate(() => order.push('somebody else'));
    expect(await work).toBe('done');
    expect(order.indexOf('somebody else')).toBeLessThan(order.indexOf('third'));
  });

  it('goes on at once while it has not', async () => {
    jest.spyOn(performance, 'now').mockReturnValue(0);
    const order: string[] = [];
    const work = inTurns(threePieces(order));
    expect(order).toEqual(['first', 'second', 'third']);
    expect(await work).toBe('done');
  });
});
