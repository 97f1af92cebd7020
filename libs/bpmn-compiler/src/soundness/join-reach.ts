import type { FlowEdge, FlowNode } from './flow-graph.js';
import { comesBack, type Region } from './region.js';

/** What the rule must know of a token: the edge it is on, and the node it stands at once it has come there. */
interface Places {
  edge(token: number): FlowEdge | undefined;
  target(token: number): FlowNode | undefined;
}

/** Edges into a join by which a token can still come to it. */
type Reached = ReadonlySet<FlowEdge>;

const NONE: Reached = new Set();

type IsFilled = (edge: FlowEdge) => boolean;

/**
 * When an inclusive join fires (BPMN 2.0.2 §13.4.3): when no token elsewhere can come to an edge without a token unless
 * it can as well come to one that has a token. The rule of the runtime, on a region.
 */
export class JoinReach {
  private readonly known = new Map<FlowNode, Map<FlowEdge, Reached>>();
  private readonly comesBack: boolean;

  constructor(private readonly region: Region) {
    this.comesBack = comesBack(region);
  }

  isReady(join: FlowNode, tokens: readonly number[], isFilled: IsFilled, places: Places): boolean {
    return tokens.every((token) => !holdsUp(this.reached(join, token, places), isFilled));
  }

  /** Whether a token outside of the region, if there is one, would keep the join from firing by coming in again. */
  isHeldUpFromOutside(join: FlowNode, isFilled: IsFilled): boolean {
    const { exit } = this.region;
    return exit !== undefined && holdsUp(this.from(join, exit), isFilled);
  }

  private reached(join: FlowNode, token: number, places: Places): Reached {
    const edge = places.edge(token);
    const at = places.target(token);
    if (!edge || at === join) return NONE;
    if (at === undefined && edge !== this.region.exit && edge.to === join) return new Set([edge]);
    return this.from(join, edge);
  }

  private from(join: FlowNode, edge: FlowEdge): Reached {
    let known = this.known.get(join);
    if (!known) this.known.set(join, (known = new Map<FlowEdge, Reached>()));
    let reached = known.get(edge);
    if (!reached) known.set(edge, (reached = this.walk(join, edge)));
    return reached;
  }

  private walk(join: FlowNode, first: FlowEdge): Reached {
    const { entry, exit } = this.region;
    const reached = new Set<FlowEdge>();
    const nodes = new Set<FlowNode>();
    const arriveBy = (edge: FlowEdge): void => {
      // Beyond the exit lies a way back to the entry, or none.
      if (edge === exit) {
        if (this.comesBack) arriveBy(entry);
      } else if (edge.to === join) reached.add(edge);
      else nodes.add(edge.to);
    };
    if (first === exit) arriveBy(first);
    else nodes.add(first.to);
    for (const node of nodes) {
      for (const edge of node.outs) arriveBy(edge);
    }
    return reached;
  }
}

const holdsUp = (reached: Reached, isFilled: IsFilled): boolean => {
  for (const edge of reached) if (isFilled(edge)) return false;
  return reached.size > 0;
};
