import { jest } from '@jest/globals';
import { DraftKeeper, type DraftState, type FormData } from './draft-keeper.js';

const keeperWith = (answers: readonly ('ok' | 'fails')[]) => {
  const saved: (readonly [FormData, boolean])[] = [];
  const states: DraftState[] = [];
  const keeper = new DraftKeeper({
    save: (data, leaving) => {
      const answer = answers[saved.length] ?? 'ok';
      saved.push([data, leaving]);
      return answer === 'ok' ? Promise.resolve() : Promise.reject(new Error('away'));
    },
    tell: (state) => states.push(state),
  });
  return { keeper, saved, states };
};

describe('a draft', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is saved once after the last change', async () => {
    const { keeper, saved, states } = keeperWith([]);
    keeper.keep({ a: 1 });
    await jest.advanceTimersByTimeAsync(1000);
    keeper.keep({ a: 2 });
    await jest.advanceTimersByTimeAsync(2000);
    expect(saved).toEqual([[{ a: 2 }, false]]);
    expect(states).toEqual(['saving', 'saved']);
  });

  it('is saved again after a failure, with what was typed meanwhile', async () => {
    const { keeper, saved, states } = keeperWith(['fails', 'fails']);
    keeper.keep({ a: 1 });
    await jest.advanceTimersByTimeAsync(2000);
    expect(states.at(-1)).toBe('failed');
    await jest.advanceTimersByTimeAsync(5000);
    keeper.keep({ a: 2 });
    await jest.advanceTimersByTimeAsync(2000);
    expect(saved.map(([data]) => data)).toEqual([{ a: 1 }, { a: 1 }, { a: 2 }]);
    expect(states.at(-1)).toBe('saved');
  });

  it('is saved at once when the page is left, and only if something is pending', () => {
    const { keeper, saved } = keeperWith([]);
    keeper.leave();
    keeper.keep({ a: 1 });
    keeper.leave();
    keeper.leave();
    expect(saved).toEqual([[{ a: 1 }, true]]);
  });

  it('is dropped once the form was handed in', async () => {
    const { keeper, saved } = keeperWith([]);
    keeper.keep({ a: 1 });
    keeper.drop();
    await jest.advanceTimersByTimeAsync(9000);
    keeper.leave();
    expect(saved).toEqual([]);
  });
});
