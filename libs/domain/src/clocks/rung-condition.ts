import type { RungCondition } from './ladder.js';

/** What is known of a clock when one of its rungs falls due. */
export interface ClockFacts {
  /** Somebody acknowledged it, or every open task of its step is claimed (签收). */
  readonly acknowledged: boolean;
  /** Milestones of the case. */
  readonly milestones: ReadonlySet<string>;
  /** Misses of the same clock in the district, this one among them. */
  readonly misses: { readonly inARow: number; readonly withinAYear: number };
}

export const conditionHolds = (condition: RungCondition, facts: ClockFacts): boolean => {
  switch (condition.kind) {
    case 'not-acknowledged':
      return !facts.acknowledged;
    case 'recorded':
      return facts.milestones.has(condition.milestone);
    case 'not-recorded':
      return !facts.milestones.has(condition.milestone);
    case 'misses':
      return (condition.inARow ? facts.misses.inARow : facts.misses.withinAYear) >= condition.count;
    case 'any':
      return condition.of.some((one) => conditionHolds(one, facts));
  }
};
