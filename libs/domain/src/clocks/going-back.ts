import type { PlanNode, ProcessPlan } from '@lianban/process-runtime';

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

/** 撤回 of the completion of `node` at the instant `at`. */
export const takingBack = (plan: ProcessPlan, node: string, at: string): GoingBack => ({
  ground: 'taken-back',
  milestones: new Set(milestonesOf(plan, node)),
  walked: new Set(),
  undone: { node, at },
});

const milestonesOf = (plan: ProcessPlan, id: string): readonly string[] =>
  plan.nodes[id]?.milestones.map(({ name }) => name) ?? [];

/**
 * The step and everything a case can come to from it without going round in a loop: an edge that leads back to where
 * a walk from the starts has come from is none.
 */
export const aheadOf = (plan: ProcessPlan, node: string): ReadonlySet<string> => {
  const back = backEdges(plan);
  const ahead = new Set([node]);
  for (const id of ahead) {
    for (const next of successors(plan, id)) if (!back.has(`${id} ${next}`)) ahead.add(next);
  }
  return ahead;
};

const successors = (plan: ProcessPlan, id: string): readonly string[] => {
  const node = plan.nodes[id];
  if (!node) return [];
  const next = node.outgoing.flatMap((flow) => plan.flows[flow]?.to ?? []);
  if ('boundary' in node) next.push(...node.boundary);
  if (node.type === 'subProcess') next.push(...insideOf(plan, node));
  return next;
};

const insideOf = (plan: ProcessPlan, node: Extract<PlanNode, { type: 'subProcess' }>): readonly string[] =>
  node.start === undefined
    ? Object.values(plan.nodes).flatMap(({ id, parent, incoming }) =>
        parent === node.id && incoming.length === 0 ? [id] : [],
      )
    : [node.start];

const known = new WeakMap<ProcessPlan, ReadonlySet<string>>();

const backEdges = (plan: ProcessPlan): ReadonlySet<string> => {
  const found = known.get(plan);
  if (found) return found;
  const edges = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  for (const start of Object.values(plan.nodes)) {
    if (start.incoming.length > 0 || state.has(start.id)) continue;
    const path: { readonly id: string; readonly next: string[] }[] = [
      { id: start.id, next: [...successors(plan, start.id)] },
    ];
    state.set(start.id, 'open');
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.next.shift();
      if (next === undefined) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(next) === 'open') edges.add(`${top.id} ${next}`);
      else if (!state.has(next)) {
        state.set(next, 'open');
        path.push({ id: next, next: [...successors(plan, next)] });
      }
    }
  }
  known.set(plan, edges);
  return edges;
};
