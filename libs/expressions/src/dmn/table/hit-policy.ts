import { type FeelValue, type Run, type Variables, FeelContext, equal } from '../../feel/index.js';
import type { DecisionTable } from '../model/expression.js';
import { aggregate } from './aggregate.js';
import type { Output } from './compiled-table.js';

/** The outputs of one matching rule, in the order of the table's outputs. */
type Hit = readonly FeelValue[];
type Policy = (hits: readonly Hit[], run: Run) => FeelValue;

/** What a table answers for the rules that match, by its hit policy (DMN 1.3 §8.2.11). */
export const resultOf = (
  { hitPolicy, aggregation }: DecisionTable,
  outputs: readonly Output[],
): ((hits: readonly Hit[], variables: Variables, run: Run) => FeelValue) => {
  const asValue = (hit: Hit): FeelValue =>
    outputs.length === 1
      ? (hit[0] ?? null)
      : FeelContext.of(outputs.map(({ name }, index) => [name, hit[index] ?? null] as const));
  const inOrder = (hits: readonly Hit[], run: Run): readonly Hit[] => sorted(hits, outputs, run);

  const policies: Readonly<Record<DecisionTable['hitPolicy'], Policy>> = {
    UNIQUE: (hits, run) =>
      hits.length > 1
        ? run.warn('DMN.NOT_UNIQUE', `${hits.length} rules match where only one may.`)
        : asValue(hits[0] ?? []),
    ANY: (hits, run) => {
      const [first, ...others] = hits.map(asValue);
      return others.every((other) => equal(first ?? null, other, run) === true)
        ? (first ?? null)
        : run.warn('DMN.NOT_THE_SAME', 'Rules match that do not say the same.');
    },
    PRIORITY: (hits, run) => asValue(inOrder(hits, run)[0] ?? []),
    FIRST: (hits) => asValue(hits[0] ?? []),
    'RULE ORDER': (hits) => hits.map(asValue),
    'OUTPUT ORDER': (hits, run) => inOrder(hits, run).map(asValue),
    COLLECT: (hits, run) => {
      if (aggregation === undefined) return hits.map(asValue);
      if (aggregation === 'COUNT') return hits.length;
      if (outputs.length !== 1) {
        return run.warn('DMN.AGGREGATION_INVALID', 'Only a single output can be aggregated.');
      }
      return aggregate(aggregation, hits.map(asValue), run);
    },
  };
  const policy = policies[hitPolicy];

  return (hits, variables, run) => {
    if (hits.length > 0) return policy(hits, run);
    if (outputs.some((output) => output.default !== undefined)) {
      return asValue(outputs.map((output) => output.default?.evaluate(variables, run) ?? null));
    }
    if (hitPolicy === 'COLLECT' && aggregation === undefined) return [];
    if (hitPolicy === 'COLLECT' && aggregation === 'COUNT') return 0;
    return run.warn('DMN.NO_RULE', 'No rule matches.');
  };
};

/** By the first output whose values have an order, then by the next; equals stay in the order of the rules. */
const sorted = (hits: readonly Hit[], outputs: readonly Output[], run: Run): readonly Hit[] => {
  const ranked = hits.map((hit) => ({
    hit,
    ranks: outputs.map(({ order }, index) => {
      const rank = order.findIndex((test) => test(hit[index] ?? null, run));
      return rank < 0 ? order.length : rank;
    }),
  }));
  const byRank = (a: readonly number[], b: readonly number[]): number =>
    a.map((rank, index) => rank - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return ranked.toSorted((a, b) => byRank(a.ranks, b.ranks)).map(({ hit }) => hit);
};
