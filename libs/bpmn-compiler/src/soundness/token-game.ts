import type { FlowEdge, FlowNode, Trail } from './flow-graph.js';
import { elementsOn, isWaiting, joinTrails } from './flow-graph.js';
import { JoinReach } from './join-reach.js';
import { type Region, edgesOf } from './region.js';

/** Where all tokens of a region are: a sorted text, one sign a token. The empty one has ended. */
export type Marking = string;

export interface Move {
  readonly marking: Marking;
  readonly trail: Trail;
  /** Something is done on the way that is taken. */
  readonly acts: boolean;
  /** An edge that now holds a third token. */
  readonly flooded?: FlowEdge;
}

export interface Waiting {
  readonly at: string | undefined;
  readonly missing: readonly FlowEdge[];
}

export interface GameRules {
  /** Tokens stay on edges on which something is done, and move on in any order; otherwise in one order only. */
  readonly anyOrder: boolean;
  /** Ways that data may rule out are taken too; otherwise a decision between only such ways is not made. */
  readonly doubtful: boolean;
}

/** Ways out of an inclusive split that can be told apart one by one; beyond that there are too many sets of them. */
const MOST_WAYS = 10;

/** Signs that stand for one token each: beyond them, JavaScript reads two as one. */
const MOST_SIGNS = 0xd800;

/** There is more to tell apart than can be. */
export class TooLarge extends Error {}

/**
 * The token game on a region: as the runtime plays it, gateways act at once, inclusive joins where nothing else moves by
 * itself, and activities are done in any order. A token is a number: twice the edge it is on, plus one at its far end.
 */
export class TokenGame {
  private readonly edges: readonly FlowEdge[];
  private readonly number = new Map<FlowEdge, number>();
  private known: JoinReach | undefined;
  /** An inclusive join has fired that a token outside of the region, were there one, would have held up. */
  leansOnOutside = false;

  constructor(
    private readonly region: Region,
    private readonly rules: GameRules,
  ) {
    this.edges = edgesOf(region);
    if (2 * this.edges.length > MOST_SIGNS) throw new TooLarge();
    this.edges.forEach((edge, i) => this.number.set(edge, i));
  }

  get initial(): Marking {
    return String.fromCharCode(1);
  }

  /** Nothing is left inside; where the region has an exit, the token stands there. */
  isDone(marking: Marking): boolean {
    if (!this.region.exit) return marking === '';
    return marking === String.fromCharCode(this.at(this.region.exit));
  }

  /** Somewhere only data can decide, and these rules leave that out. */
  isOpen(marking: Marking): boolean {
    return tokensOf(marking).some((token) => {
      const node = this.target(token);
      return node !== undefined && isDecision(node) && this.usable(node).length === 0;
    });
  }

  /** Elements that hold a token for good, with the edges that bring them none. */
  waiting(marking: Marking): readonly Waiting[] {
    const held = new Set(tokensOf(marking));
    const joins = new Set([...held].flatMap((token) => this.target(token) ?? []));
    return [...joins].filter(isWaiting).map(({ element, ins }) => {
      const missing = [...ins].filter((edge) => !held.has(this.at(edge)));
      const come = [...ins].filter((edge) => held.has(this.at(edge)));
      // A node may be several gateways in a row: a token waits at the first that still lacks one.
      const lacking = new Set(missing.flatMap(({ into }) => elementsOn(into)));
      const at = come.flatMap(({ into }) => elementsOn(into)).find((one) => lacking.has(one)) ?? element;
      const own = missing.filter(({ into }) => elementsOn(into)[0] === at);
      return { at, missing: own.length > 0 ? own : missing };
    });
  }

  /** What happens next by itself: one gateway that need not wait, else each join that waits no longer. */
  moves(marking: Marking): readonly Move[] {
    const tokens = tokensOf(marking);
    const held = new Set(tokens);
    const isFilled = (edge: FlowEdge): boolean => held.has(this.at(edge));
    const joins: Move[] = [];
    for (const token of tokens) {
      const node = this.target(token);
      if (node?.kind === 'or-join') {
        if (!this.reach.isReady(node, tokens, isFilled, this)) continue;
        this.leansOnOutside ||= this.reach.isHeldUpFromOutside(node, isFilled);
        joins.push(...this.fire(marking, node, [...node.ins].filter(isFilled)));
      } else if (node) {
        const edge = this.edge(token);
        const consumed = node.kind === 'and' || !edge ? [...node.ins] : [edge];
        const fired = consumed.every(isFilled) ? this.fire(marking, node, consumed) : [];
        if (fired.length > 0) return fired;
      }
    }
    return joins;
  }

  /** What may be completed where nothing happens by itself. */
  completions(marking: Marking): readonly Move[] {
    return tokensOf(marking).flatMap((token) => {
      const edge = token % 2 === 0 ? this.edges[token / 2] : undefined;
      return edge
        ? this.arrive({ marking: without(marking, [token]), trail: undefined, acts: false }, edge)
        : [];
    });
  }

  /** An edge on which two tokens stay. */
  doubledIn(marking: Marking): FlowEdge | undefined {
    const tokens = tokensOf(marking);
    const twice = tokens.find((token, i) => token === tokens[i + 1]);
    return twice === undefined ? undefined : this.edge(twice);
  }

  /** The node a token stands at, having come by its edge; none where it is still on the way, or out. */
  target(token: number): FlowNode | undefined {
    const edge = token % 2 === 1 ? this.edges[(token - 1) / 2] : undefined;
    return edge === undefined || edge === this.region.exit ? undefined : edge.to;
  }

  edge(token: number): FlowEdge | undefined {
    return this.edges[token >> 1];
  }

  private get reach(): JoinReach {
    return (this.known ??= new JoinReach(this.region));
  }

  /** Edges from outside that never bring a token have the number of none. */
  private at(edge: FlowEdge): number {
    const number = this.number.get(edge);
    return number === undefined ? -1 : 2 * number + 1;
  }

  private usable(node: FlowNode): readonly FlowEdge[] {
    const all = [...node.outs];
    return this.rules.doubtful ? all : all.filter(({ doubtful }) => !doubtful);
  }

  private fire(marking: Marking, node: FlowNode, consumed: readonly FlowEdge[]): readonly Move[] {
    const rest = without(
      marking,
      consumed.map((edge) => this.at(edge)),
    );
    const outs = this.usable(node);
    if (node.kind === 'xor') return outs.map((edge) => this.put(rest, [edge], node));
    if (node.kind === 'or-split') return choices(outs).map((edges) => this.put(rest, edges, node));
    return [this.put(rest, [...node.outs], node)];
  }

  private put(rest: Marking, edges: readonly FlowEdge[], node: FlowNode): Move {
    let move: Move = { marking: rest, trail: node.element, acts: false };
    for (const edge of edges) {
      const stays = edge.acts && this.rules.anyOrder && edge !== this.region.exit;
      move = { ...move, trail: joinTrails(move.trail, edge.trail), acts: move.acts || edge.acts };
      if (stays) move = hold(move, this.at(edge) - 1, edge);
      else if (this.ends(edge, 'terminate')) return { ...move, marking: '' };
      else move = this.arrive(move, edge);
    }
    return move;
  }

  private arrive(move: Move, edge: FlowEdge): Move {
    if (this.ends(edge, 'terminate')) return { ...move, marking: '' };
    return this.ends(edge, 'end') ? move : hold(move, this.at(edge), edge);
  }

  private ends(edge: FlowEdge, how: 'end' | 'terminate'): boolean {
    return edge !== this.region.exit && edge.to.kind === how;
  }
}

/** Tokens may pass a place one after the other; a third says that they never stop coming. */
const hold = (move: Move, token: number, edge: FlowEdge): Move => {
  const sign = String.fromCharCode(token);
  const first = move.marking.indexOf(sign);
  const isFlood = first >= 0 && move.marking.includes(sign, first + 1);
  return {
    ...move,
    marking: withToken(move.marking, token),
    ...(isFlood ? { flooded: edge } : {}),
  };
};

const isDecision = ({ kind }: FlowNode): boolean => kind === 'xor' || kind === 'or-split';

const tokensOf = (marking: Marking): readonly number[] => Array.from(marking, (sign) => sign.charCodeAt(0));

const without = (marking: Marking, tokens: readonly number[]): Marking => {
  let rest = marking;
  for (const token of tokens) {
    const at = rest.indexOf(String.fromCharCode(token));
    rest = rest.slice(0, at) + rest.slice(at + 1);
  }
  return rest;
};

const withToken = (marking: Marking, token: number): Marking => {
  let at = 0;
  while (at < marking.length && marking.charCodeAt(at) < token) at += 1;
  return marking.slice(0, at) + String.fromCharCode(token) + marking.slice(at);
};

/** The sets of ways that an inclusive split may open (BPMN 2.0.2 §13.4.3); the default only where no other is. */
const choices = (outs: readonly FlowEdge[]): readonly (readonly FlowEdge[])[] => {
  const fixed = outs.filter(({ way }) => way === 'fixed');
  const free = outs.filter(({ way }) => way === 'free');
  const standIn = outs.filter(({ way }) => way === 'default');
  if (free.length > MOST_WAYS) throw new TooLarge();
  const sets: FlowEdge[][] = [];
  for (let set = 0; set < 2 ** free.length; set += 1) {
    const taken = [...fixed, ...free.filter((_, i) => (set >> i) % 2 === 1)];
    if (taken.length > 0) sets.push(taken);
  }
  if (fixed.length === 0 && standIn.length > 0) sets.push(standIn);
  return sets;
};
