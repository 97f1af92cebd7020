import { isNeverDoubled } from './concurrency.js';
import { type Budget, explore, type Outcome } from './explore.js';
import {
  elementsOn,
  firstOf,
  type FlowEdge,
  type FlowGraph,
  type FlowNode,
  joinTrails,
  type Trail,
} from './flow-graph.js';
import { fold } from './fold.js';
import { nodesOnCycles } from './cycles.js';
import { comesBack, type Region, edgesOf, regionFrom } from './region.js';
import { between, closedRegions, endingRegions } from './regions.js';

type Fault = Exclude<Outcome, { readonly kind: 'sound' }>;

export interface Verdict {
  readonly fault: Fault;
  /** Whether the way there only goes where data, or the case itself, may rule it out. */
  readonly doubtful: boolean;
  /** From the start of the graph to where it goes wrong. */
  readonly path: readonly string[];
  /** First and last element of the part that was judged. */
  readonly part: { readonly from?: string; readonly to?: string };
}

/** Faults that are told of one graph; one with more is to be drawn anew anyway. */
const MOST_VERDICTS = 30;

/**
 * Takes a graph apart from the inside out: what is sound by shape is folded away, each part with one way in and out that
 * is left is played on its own, and then counts as one edge, whatever was found in it. Uses up the graph.
 */
export const judge = (graph: FlowGraph, budget: Budget, hasTraps: boolean): readonly Verdict[] => {
  const verdicts: Verdict[] = [];
  const onCycles = nodesOnCycles(graph);
  /** Parts that can be judged only with what is around them, by their entry. */
  const postponed = new Map<FlowEdge, (() => Verdict) | undefined>();
  let whole: Region | undefined;
  /** Whether the region has its verdict and is folded. */
  const judgeRegion = (region: Region): boolean => {
    const { entry, exit } = region;
    if (verdicts.length === MOST_VERDICTS) return false;
    const { outcome, doubtful } = play(region, budget, hasTraps);
    const verdict = outcome.kind === 'sound' ? undefined : () => verdictOf(graph, region, outcome, doubtful);
    if (region !== whole && dependsOnOthers(graph, region, outcome)) {
      postponed.set(entry, verdict);
      return false;
    }
    if (verdict) verdicts.push(verdict());
    const trail = outcome.kind === 'sound' ? outcome.trail : joinTrails(shortest(entry, exit), exit?.trail);
    collapse(graph, region, trail);
    return true;
  };
  const foldInside = (): boolean => {
    fold(graph, onCycles);
    let progress = false;
    for (const { entry, exit } of closedRegions(graph)) {
      if (postponed.has(entry) || !exit || !graph.edges.has(entry) || !graph.edges.has(exit)) continue;
      const region = between(entry, exit);
      if (!region || !judgeRegion(region)) continue;
      progress = true;
    }
    return progress;
  };
  const foldEnding = (): boolean =>
    endingRegions(graph, onCycles).some((region) => !postponed.has(region.entry) && judgeRegion(region));
  while (foldInside() || foldEnding());
  const entry = firstOf(graph.start.outs);
  whole = entry && regionFrom(entry);
  if (whole && whole.nodes.size > 0) judgeRegion(whole);
  // Too much to look at with what follows: then it has to be mended before.
  const isUndecided = verdicts.some(({ fault }) => fault.kind === 'undecided');
  const before = isUndecided ? [...postponed.values()] : [];
  return [...verdicts, ...before.slice(0, MOST_VERDICTS).flatMap((verdict) => verdict?.() ?? [])];
};

/**
 * Whether the verdict on a part may change with what is around it: it is left twice for once entered, which does no harm
 * where only ends follow; an inclusive join in it waits for a token which is outside and may come in again; or a
 * terminate event ends what would stand still.
 */
const dependsOnOthers = (graph: FlowGraph, region: Region, outcome: Outcome): boolean => {
  if (outcome.kind === 'undecided') return false;
  if (outcome.kind === 'sound') return outcome.alone;
  if (outcome.kind === 'doubled' && outcome.edge === region.exit) return true;
  return graph.terminate.ins.size > 0 || (hasInclusiveJoin(region) && comesBack(region));
};

const hasInclusiveJoin = ({ nodes }: Region): boolean => [...nodes].some(({ kind }) => kind === 'or-join');

/** First without what data may rule out: what goes wrong then goes wrong whatever the data. */
const play = (
  region: Region,
  budget: Budget,
  hasTraps: boolean,
): { readonly outcome: Outcome; readonly doubtful: boolean } => {
  const edges = edgesOf(region);
  const hasDoubt = edges.some(({ doubtful }) => doubtful);
  if (!hasDoubt && !hasInclusiveJoin(region) && !hasTraps) {
    // Where gateways choose and fork for themselves, one order shows every deadlock; a token in a trap would never let
    // the others move.
    const outcome = explore(region, { anyOrder: false, doubtful: true }, budget);
    if (outcome.kind !== 'doubled' && isNeverDoubled(region)) return { outcome, doubtful: false };
    // What is left over at a join may be there because something was done twice before, which says more.
    const all = explore(region, { anyOrder: true, doubtful: true }, budget);
    const known = all.kind === 'undecided' && outcome.kind !== 'sound' ? outcome : all;
    return { outcome: known, doubtful: false };
  }
  const certain = explore(region, { anyOrder: true, doubtful: false }, budget);
  if (!hasDoubt || certain.kind !== 'sound') return { outcome: certain, doubtful: false };
  return { outcome: explore(region, { anyOrder: true, doubtful: true }, budget), doubtful: true };
};

const verdictOf = (graph: FlowGraph, region: Region, fault: Fault, doubtful: boolean): Verdict => {
  const before = shortest(firstOf(graph.start.outs), region.entry);
  const inside = fault.kind === 'undecided' ? region.entry.trail : fault.trail;
  const from = elementsOn(joinTrails(region.entry.trail, region.entry.to.element)).at(-1);
  const to = region.exit && elementsOn(joinTrails(region.exit.from.element, region.exit.trail))[0];
  const part = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return { fault, doubtful, path: elementsOn(joinTrails(before, inside)), part };
};

/** Replaces what lies between two edges; the first one stays and leads where the second one led, or to the end. */
const collapse = (graph: FlowGraph, { entry, exit, nodes }: Region, trail: Trail): void => {
  const edges = [...nodes].flatMap((node) => [...node.outs]);
  entry.trail = trail;
  entry.acts ||= edges.some(({ acts }) => acts);
  entry.doubtful ||= exit?.doubtful === true;
  entry.into = exit?.into;
  const to = exit?.to ?? graph.end;
  for (const edge of edges) graph.cut(edge);
  for (const node of nodes) graph.drop(node);
  graph.lead(entry, to);
};

/** The trail of a shortest way from one edge to another, the first one included and not the second. */
const shortest = (from: FlowEdge | undefined, to: FlowEdge | undefined): Trail => {
  if (!from || from === to) return undefined;
  const cameBy = new Map<FlowNode, FlowEdge>([[from.to, from]]);
  const queue = [from.to];
  for (const node of queue) {
    if (node === to?.from) break;
    for (const edge of node.outs) {
      if (cameBy.has(edge.to)) continue;
      cameBy.set(edge.to, edge);
      queue.push(edge.to);
    }
  }
  const steps: Trail[] = [];
  let at = to?.from;
  for (let edge = at && cameBy.get(at); at && edge; edge = at && cameBy.get(at)) {
    steps.push(at.element);
    if (edge === from) break;
    steps.push(edge.trail);
    at = edge.from;
  }
  return joinTrails(from.trail, ...steps.toReversed());
};
