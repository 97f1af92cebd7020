import * as fc from 'fast-check';
import { CaseRun } from '../specimens/case-run.js';
import { type Graph, graphs, nameOf, planOfGraph } from '../specimens/graph.js';
import { GraphOracle } from '../specimens/graph-oracle.js';
import { MODELS, PATIENCE } from '../specimens/lengths.js';

/** Rounds may lead to more and more tokens; so many completions show what there is to see. */
const MOST_COMPLETIONS = 30;
const MOST_TOKENS = 200;

const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Walks one way through a graph, put away as JSON and taken up again after every completion. */
const walk = (graph: Graph, picks: readonly number[]): void => {
  const run = new CaseRun(planOfGraph(graph)).start();
  const oracle = new GraphOracle(graph);
  for (let round = 0; ; round += 1) {
    const open = oracle.open.map((task) => nameOf(graph, task));
    const tasks = run.state.tokens.filter(({ arrivedBy }) => arrivedBy === undefined);
    expect(tasks.map(({ node }) => node).toSorted()).toEqual(open.toSorted());
    expect(run.state.tokens).toHaveLength(open.length + oracle.waiting);
    expect(run.state.ended?.kind).toBe(run.state.tokens.length === 0 ? 'completed' : undefined);
    if (open.length === 0 || round === MOST_COMPLETIONS || run.state.tokens.length > MOST_TOKENS) return;
    const next = oracle.open[(picks[round] ?? 0) % open.length] ?? 0;
    run.state = stored(run.state);
    run.data = stored(run.data);
    run.complete(nameOf(graph, next));
    oracle.complete(next);
  }
};

describe('any process, structured or not', () => {
  it(
    'has as many tokens as plain counting says, wherever it is put away and taken up again',
    () => {
      const paths = fc.array(fc.array(fc.nat(20), { maxLength: MOST_COMPLETIONS }), {
        minLength: 3,
        maxLength: 3,
      });
      fc.assert(
        fc.property(graphs, paths, (graph, ways) => ways.forEach((picks) => walk(graph, picks))),
        { numRuns: MODELS },
      );
    },
    PATIENCE,
  );
});
