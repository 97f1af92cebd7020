import * as fc from 'fast-check';
import { RuleSet } from './rule-set.js';

const setOf = (size: number, rules: readonly number[]): RuleSet => {
  const set = RuleSet.none(size);
  for (const rule of rules) set.add(rule);
  return set;
};

describe('a set of rules', () => {
  it('does what a set does', () => {
    const size = 100;
    const rules = fc.uniqueArray(fc.nat(size - 1));
    fc.assert(
      fc.property(rules, rules, (a, b) => {
        const ordered = (items: Iterable<number>): readonly number[] => [...items].toSorted((x, y) => x - y);
        expect([...setOf(size, a)]).toEqual(ordered(a));
        expect([...setOf(size, a).keep(setOf(size, b))]).toEqual(ordered(a.filter((it) => b.includes(it))));
        expect([...setOf(size, a).join(setOf(size, b))]).toEqual(ordered(new Set([...a, ...b])));
        const flipped = setOf(size, a);
        for (const rule of b) flipped.flip(rule);
        const either = [...a, ...b].filter((it) => a.includes(it) !== b.includes(it));
        expect([...flipped]).toEqual(ordered(either));
        expect(
          Array.from({ length: size }, (_, rule) => rule).filter((it) => setOf(size, a).has(it)),
        ).toEqual(ordered(a));
      }),
    );
  });

  it('can hold all', () => expect([...RuleSet.all(65)]).toHaveLength(65));
});
