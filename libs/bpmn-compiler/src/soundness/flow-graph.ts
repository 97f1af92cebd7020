/** What the inside of a path looks like to a reader of the diagram: ids of elements, in order, joined as a rope. */
export type Trail = string | undefined | readonly [Trail, Trail];

/**
 * `end` takes any token away, `terminate` all of them, `never` stands for a way by which no token comes. An `or-split`
 * has one way in, an `or-join` one way out; the others may have several of both.
 */
export type NodeKind = 'start' | 'end' | 'terminate' | 'never' | 'xor' | 'and' | 'or-split' | 'or-join';

/** When a way out of an inclusive split is taken: always, as its condition says, or where no other is. */
export type WayOut = 'fixed' | 'free' | 'default';

export interface FlowNode {
  readonly kind: NodeKind;
  /** The element of the diagram that decides or joins here. */
  readonly element?: string;
  readonly ins: Set<FlowEdge>;
  readonly outs: Set<FlowEdge>;
}

export interface FlowEdge {
  from: FlowNode;
  to: FlowNode;
  /** What a token passes on this way. */
  trail: Trail;
  /** Something is done on this way, so that a token stays on it for a while. */
  acts: boolean;
  /** Data of the case, or the case itself, rules out that this way is taken whenever it could be. */
  doubtful: boolean;
  way: WayOut;
  /** The elements at which a token that has come by this way may have to wait for others, one after the other. */
  into: Trail;
}

export type EdgeLook = Partial<Pick<FlowEdge, 'trail' | 'acts' | 'doubtful' | 'way'>>;

/** Ways and what decides about them, changed in place while sound parts are folded into single edges. */
export class FlowGraph {
  readonly nodes = new Set<FlowNode>();
  readonly edges = new Set<FlowEdge>();
  readonly start = this.add('start');
  readonly end = this.add('end');
  readonly terminate = this.add('terminate');
  readonly never = this.add('never');

  add(kind: NodeKind, element?: string): FlowNode {
    const node: FlowNode = {
      kind,
      ...(element === undefined ? {} : { element }),
      ins: new Set(),
      outs: new Set(),
    };
    this.nodes.add(node);
    return node;
  }

  connect(from: FlowNode, to: FlowNode, look: EdgeLook = {}): FlowEdge {
    const edge: FlowEdge = {
      from,
      to,
      trail: undefined,
      acts: false,
      doubtful: false,
      way: 'free',
      into: isWaiting(to) ? to.element : undefined,
      ...look,
    };
    from.outs.add(edge);
    to.ins.add(edge);
    this.edges.add(edge);
    return edge;
  }

  lead(edge: FlowEdge, to: FlowNode): void {
    edge.to.ins.delete(edge);
    edge.to = to;
    to.ins.add(edge);
  }

  leave(edge: FlowEdge, from: FlowNode): void {
    edge.from.outs.delete(edge);
    edge.from = from;
    from.outs.add(edge);
  }

  cut(edge: FlowEdge): void {
    edge.from.outs.delete(edge);
    edge.to.ins.delete(edge);
    this.edges.delete(edge);
  }

  /** Takes a node away that nothing leads to or from any more. */
  drop(node: FlowNode): void {
    this.nodes.delete(node);
  }
}

/** A node at which a token may have to wait for others. */
export const isWaiting = ({ kind }: FlowNode): boolean => kind === 'and' || kind === 'or-join';

export const isSink = ({ kind }: FlowNode): boolean => kind === 'end' || kind === 'terminate';

export const joinTrails = (...trails: readonly Trail[]): Trail => {
  let joined: Trail;
  for (const trail of trails) {
    if (trail === undefined) continue;
    joined = joined === undefined ? trail : [joined, trail];
  }
  return joined;
};

/** The elements of a trail in order; an element that follows itself stands once. */
export const elementsOn = (trail: Trail): readonly string[] => {
  const elements: string[] = [];
  const left: Trail[] = [trail];
  while (left.length > 0) {
    const next = left.pop();
    if (next === undefined) continue;
    if (typeof next !== 'string') left.push(next[1], next[0]);
    else if (elements.at(-1) !== next) elements.push(next);
  }
  return elements;
};

export const firstOf = <T>(set: ReadonlySet<T>): T | undefined => {
  for (const one of set) return one;
  return undefined;
};
