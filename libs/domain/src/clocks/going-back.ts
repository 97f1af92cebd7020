import { type ProcessPlan, aheadOf } from '@lianban/process-runtime';

/** What going back to an earlier step means for clocks: see docs/guides/process.md, "Going back". */
export interface GoingBack {
  readonly ground: 'returned' | 'taken-back';
  /** Milestones that will be recorded again: a clock that counts from one of them is closed and starts anew. */
  readonly milestones: ReadonlySet<string>;
  /** Steps that will be done again: where their clock was met, a fresh one starts when the work reaches them. */
  readonly walked: ReadonlySet<string>;
  /** The completion that is undone: what it met runs on, what it started is closed. */
  readonly undone?: { readonly node: string; readonly at: string };
}

/** 退回: `come-back` does the one step again, `walk-again` that step and all that follows it. */
export const returningTo = (plan: ProcessPlan, node: string, then: 'walk-again' | 'come-back'): GoingBack => {
  if (then === 'come-back') return { ground: 'returned', milestones: new Set(), walked: new Set([node]) };
  const walked = aheadOf(plan, node);
  const milestones = new Set([...walked].flatMap((id) => milestonesOf(plan, id)));
  return { ground: 'returned', milestones, walked };
};

/** 撤回 of the completion of `node` at the instant `at`. Which milestones it withdraws, the runtime says. */
export const takingBack = (node: string, at: string): GoingBack => ({
  ground: 'taken-back',
  milestones: new Set(),
  walked: new Set(),
  undone: { node, at },
});

const milestonesOf = (plan: ProcessPlan, id: string): readonly string[] =>
  plan.nodes[id]?.milestones.map(({ name }) => name) ?? [];
