import { type FlowEdge, type FlowNode, joinTrails, type Trail } from './flow-graph.js';
import type { Region } from './region.js';
import { type GameRules, type Marking, TokenGame, TooManyWays } from './token-game.js';

/** What playing a region to all its ends shows. A trail begins with the entry of the region. */
export type Outcome =
  /** `alone`: unless tokens outside of the region may come in again while it is at work. */
  | { readonly kind: 'sound'; readonly trail: Trail; readonly alone: boolean }
  | {
      readonly kind: 'deadlock';
      /** The element that waits. */
      readonly at: string | undefined;
      readonly missing: readonly FlowEdge[];
      readonly trail: Trail;
    }
  | { readonly kind: 'doubled'; readonly edge: FlowEdge; readonly trail: Trail }
  | { readonly kind: 'endless'; readonly at?: FlowNode; readonly trail: Trail }
  | { readonly kind: 'undecided' };

/** A state with so many tokens costs twice as much as one with none. */
const TOKENS_A_STATE = 20;

/** States that may still be looked at; shared by everything that one compilation judges. */
export interface Budget {
  left: number;
}

/** Visits every state of a region, nearest first, until something goes wrong or nothing is left. */
export const explore = (region: Region, rules: GameRules, budget: Budget): Outcome => {
  try {
    return new Search(new TokenGame(region, rules), region, budget).run();
  } catch (error) {
    if (error instanceof TooManyWays) return { kind: 'undecided' };
    throw error;
  }
};

class Search {
  private readonly states: Marking[] = [];
  private readonly parents: number[] = [];
  private readonly steps: Trail[] = [];
  private readonly known = new Map<Marking, number>();
  private readonly before: number[][] = [];

  constructor(
    private readonly game: TokenGame,
    private readonly region: Region,
    private readonly budget: Budget,
  ) {}

  run(): Outcome {
    const good: number[] = [];
    this.see(this.game.initial, -1, undefined);
    for (let at = 0; at < this.states.length; at += 1) {
      if (this.budget.left <= 0) return { kind: 'undecided' };
      const marking = this.states[at] ?? '';
      this.budget.left -= 1 + marking.length / TOKENS_A_STATE;
      if (this.game.isDone(marking)) {
        good.push(at);
        continue;
      }
      const moves = this.game.moves(marking);
      if (moves.length === 0) {
        if (!this.game.isOpen(marking)) return this.stuck(at, marking);
        good.push(at);
      }
      for (const { marking: next, trail, doubled } of moves) {
        if (doubled) return { kind: 'doubled', edge: doubled, trail: this.trailTo(at, trail) };
        this.see(next, at, trail);
      }
    }
    return (
      this.endless(good) ?? {
        kind: 'sound',
        trail: this.trailTo(good[0] ?? 0),
        alone: this.game.leansOnOutside,
      }
    );
  }

  private see(marking: Marking, from: number, step: Trail): void {
    let index = this.known.get(marking);
    if (index === undefined) {
      index = this.states.length;
      this.known.set(marking, index);
      this.states.push(marking);
      this.parents.push(from);
      this.steps.push(step);
      this.before.push([]);
    }
    if (from >= 0) this.before[index]?.push(from);
  }

  private stuck(at: number, marking: Marking): Outcome {
    const [first, ...more] = this.game.waiting(marking);
    const trail = this.trailTo(at);
    if (!first) return { kind: 'endless', trail };
    // Of several the one that lacks least: the others most often wait for it.
    const waiting = more.reduce((a, b) => (b.missing.length < a.missing.length ? b : a), first);
    return { kind: 'deadlock', ...waiting, trail };
  }

  private endless(good: readonly number[]): Outcome | undefined {
    const ending = new Uint8Array(this.states.length);
    const queue = [...good];
    for (const at of good) ending[at] = 1;
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const previous of this.before[at] ?? []) {
        if (ending[previous] === 1) continue;
        ending[previous] = 1;
        queue.push(previous);
      }
    }
    const lost = ending.indexOf(0);
    if (lost < 0) return undefined;
    const [first = ''] = this.states[lost] ?? '';
    const at = this.game.edge(first.charCodeAt(0))?.to;
    return { kind: 'endless', ...(at ? { at } : {}), trail: this.trailTo(lost) };
  }

  private trailTo(at: number, last?: Trail): Trail {
    const steps: Trail[] = [last];
    for (let i = at; i >= 0; i = this.parents[i] ?? -1) steps.push(this.steps[i]);
    return joinTrails(this.region.entry.trail, ...steps.toReversed());
  }
}
