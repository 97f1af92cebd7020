import { type FlowEdge, type FlowNode, joinTrails, type Trail } from './flow-graph.js';
import type { Region } from './region.js';
import { type GameRules, type Marking, type Move, TokenGame, TooLarge } from './token-game.js';

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
    if (error instanceof TooLarge) return { kind: 'undecided' };
    throw error;
  }
};

class Search {
  private readonly states: State[] = [];
  private readonly known = new Map<Marking, State>();

  constructor(
    private readonly game: TokenGame,
    private readonly region: Region,
    private readonly budget: Budget,
  ) {}

  run(): Outcome {
    const good: State[] = [];
    this.see(this.game.initial);
    for (const state of this.states) {
      const { marking } = state;
      if (this.budget.left <= 0) return { kind: 'undecided' };
      this.budget.left -= 1 + marking.length / TOKENS_A_STATE;
      if (this.game.isDone(marking)) {
        good.push(state);
        continue;
      }
      let moves = this.game.moves(marking);
      if (moves.length === 0) {
        const edge = this.game.doubledIn(marking);
        if (edge) return { kind: 'doubled', edge, trail: this.trailTo(state) };
        moves = this.game.completions(marking);
      }
      if (moves.length === 0) {
        if (!this.game.isOpen(marking)) return this.stuck(state);
        good.push(state);
      }
      for (const move of moves) {
        if (move.flooded)
          return { kind: 'doubled', edge: move.flooded, trail: this.trailTo(state, move.trail) };
        this.see(move.marking, { from: state, move });
      }
    }
    return this.ending(good);
  }

  private see(marking: Marking, by?: Step): void {
    const known = this.known.get(marking);
    if (known) {
      if (by) known.before.push(by);
      return;
    }
    const state: State = { marking, by, before: by ? [by] : [], onwards: undefined, ends: false };
    this.known.set(marking, state);
    this.states.push(state);
  }

  private stuck(state: State): Outcome {
    const [first, ...more] = this.game.waiting(state.marking);
    const trail = this.trailTo(state);
    if (!first) return { kind: 'endless', trail };
    // Of several the one that lacks least: the others most often wait for it.
    const waiting = more.reduce((a, b) => (b.missing.length < a.missing.length ? b : a), first);
    return { kind: 'deadlock', ...waiting, trail };
  }

  /** Whether each state leads to a good one. */
  private ending(good: readonly State[]): Outcome {
    const queue = [...good];
    for (const state of good) state.ends = true;
    for (const state of queue) {
      for (const { from, move } of state.before) {
        if (from.ends) continue;
        from.ends = true;
        from.onwards = { to: state, move };
        queue.push(from);
      }
    }
    const lost = this.states.find(({ ends }) => !ends);
    if (lost) {
      const at = this.game.edge(lost.marking.charCodeAt(0))?.to;
      return { kind: 'endless', ...(at ? { at } : {}), trail: this.trailTo(lost) };
    }
    // To stand for all, a way on which something is done is best: whoever comes twice is seen there.
    const shown = this.states.find(({ by }) => by?.move.acts === true) ?? good[0];
    const onwards: Trail[] = [];
    for (let next = shown?.onwards; next; next = next.to.onwards) onwards.push(next.move.trail);
    const trail = this.trailTo(shown, joinTrails(...onwards));
    return { kind: 'sound', trail, alone: this.game.leansOnOutside };
  }

  private trailTo(state: State | undefined, last?: Trail): Trail {
    const steps: Trail[] = [last];
    for (let by = state?.by; by; by = by.from.by) steps.push(by.move.trail);
    return joinTrails(this.region.entry.trail, ...steps.toReversed());
  }
}

interface Step {
  readonly from: State;
  readonly move: Move;
}

interface State {
  readonly marking: Marking;
  /** How it was come to first, and in how many ways besides. */
  readonly by: Step | undefined;
  readonly before: Step[];
  /** The shortest way to a good state. */
  onwards: { readonly to: State; readonly move: Move } | undefined;
  ends: boolean;
}
