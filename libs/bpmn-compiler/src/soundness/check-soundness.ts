import type { PlanNode, ProcessPlan } from '@lianban/process-runtime';
import type { Diagnostic } from '../diagnostic.js';
import { buildFlowGraph } from './build-flow-graph.js';
import type { Budget } from './explore.js';
import { Findings } from './findings.js';
import type { FlowGraph } from './flow-graph.js';
import { judge } from './judge.js';
import { PlanWays } from './plan-ways.js';
import { type Scope, scopesOf } from './scopes.js';
import { sideFlowsOf } from './side-flows.js';
import { trapsOf } from './traps.js';

/** States looked at in one plan: some 50 ms. What is left then is undecided, and said to be. */
const MOST_STATES = 20_000;

const NOWHERE: ReadonlySet<string> = new Set();

/**
 * Whether every case can end, wherever it has come to, and nothing is done twice that is drawn once; with the path that
 * shows it where not. Each condition may be true or false (docs/guides/soundness.md says what follows from that).
 */
export const checkSoundness = (plan: ProcessPlan): readonly Diagnostic[] => {
  const ways = new PlanWays(plan);
  const findings = new Findings(plan);
  const budget: Budget = { left: MOST_STATES };
  return distinct(scopesOf(plan).flatMap((scope) => checkScope(scope, ways, findings, budget)));
};

const checkScope = (
  scope: Scope,
  ways: PlanWays,
  findings: Findings,
  budget: Budget,
): readonly Diagnostic[] => {
  const counted = scope.nodes.find(hasQuantity);
  if (counted) return [findings.ofQuantity(counted)];
  const { main, beside, events, passedAgain, entering } = sideFlowsOf(scope, ways);
  const { entries, begin } = scope;
  const judged = (graph: FlowGraph): readonly Diagnostic[] => {
    const traps = trapsOf(graph);
    // What never ends for itself may still be ended by a terminate event beside it.
    if (traps.length > 0 && graph.terminate.ins.size === 0) {
      return traps.map((trap) => findings.ofTrap(trap, scope.isInterruptible));
    }
    return judge(graph, budget, traps.length > 0).map((verdict) =>
      findings.ofVerdict(verdict, scope.isInterruptible),
    );
  };
  return [
    ...judged(buildFlowGraph(ways, { members: main, entries, begin, passedAgain })),
    ...judged(buildFlowGraph(ways, { members: beside, entries: events, begin: 'one', passedAgain: NOWHERE })),
    ...entering.map((one) => findings.ofEntering(one)),
  ];
};

const hasQuantity = (node: PlanNode): boolean =>
  ('startQuantity' in node && (node.startQuantity ?? 1) > 1) ||
  ('completionQuantity' in node && (node.completionQuantity ?? 1) > 1);

/** One finding of a kind on an element is enough, and an error says more than a warning. */
const distinct = (found: readonly Diagnostic[]): readonly Diagnostic[] => {
  const byPlace = new Map<string, Diagnostic>();
  for (const each of found) {
    const place = `${each.code} ${each.elementId}`;
    const known = byPlace.get(place);
    if (!known || (known.severity === 'warning' && each.severity === 'error')) byPlace.set(place, each);
  }
  return [...byPlace.values()];
};
