import { type ClockFacts, conditionHolds } from './rung-condition.js';

const facts = (changes: Partial<ClockFacts> = {}): ClockFacts => ({
  acknowledged: false,
  milestones: new Set(['filing.submitted']),
  misses: { inARow: 1, withinAYear: 2 },
  ...changes,
});

describe('the condition of a rung', () => {
  it('not acknowledged: holds until somebody acknowledged', () => {
    expect(conditionHolds({ kind: 'not-acknowledged' }, facts())).toBe(true);
    expect(conditionHolds({ kind: 'not-acknowledged' }, facts({ acknowledged: true }))).toBe(false);
  });

  it('looks at what the case has recorded', () => {
    const recorded = (milestone: string) => conditionHolds({ kind: 'recorded', milestone }, facts());
    const missing = (milestone: string) => conditionHolds({ kind: 'not-recorded', milestone }, facts());
    expect([recorded('filing.submitted'), recorded('safety-measure.recorded')]).toEqual([true, false]);
    expect([missing('filing.submitted'), missing('safety-measure.recorded')]).toEqual([false, true]);
  });

  it('counts misses in a row apart from misses within a year', () => {
    const second = (inARow: boolean) => conditionHolds({ kind: 'misses', count: 2, inARow }, facts());
    expect([second(true), second(false)]).toEqual([false, true]);
    expect(conditionHolds({ kind: 'misses', count: 3, inARow: false }, facts())).toBe(false);
  });

  it('any: one of several is enough', () => {
    const any = (milestone: string) =>
      conditionHolds(
        {
          kind: 'any',
          of: [
            { kind: 'misses', count: 3, inARow: false },
            { kind: 'recorded', milestone },
          ],
        },
        facts(),
      );
    expect([any('filing.submitted'), any('yearly-target.red')]).toEqual([true, false]);
  });
});
