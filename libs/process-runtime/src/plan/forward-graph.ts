import { enteredInside, jumpsOf } from './successors.js';
import { type PlanIndex, indexOf } from './plan-index.js';
import type { ProcessPlan } from './process-plan.js';

/**
 * The node and everything a case can come to from it without going round in a loop: a way that leads back to where a
 * walk from the starts has come from is none.
 */
export const aheadOf = (plan: ProcessPlan, node: string): ReadonlySet<string> => {
  const index = indexOf(plan);
  const back = backEdges(index);
  const ahead = new Set([node]);
  for (const id of ahead) {
    for (const next of successors(index, id)) if (!back.has(`${id} ${next}`)) ahead.add(next);
  }
  return ahead;
};

const successors = (index: PlanIndex, id: string): readonly string[] => {
  const node = index.plan.nodes[id];
  if (!node) return [];
  const along = node.outgoing.flatMap((flow) => index.plan.flows[flow]?.to ?? []);
  return [...along, ...jumpsOf(node), ...enteredInside(index, node)];
};

const known = new WeakMap<ProcessPlan, ReadonlySet<string>>();

const backEdges = (index: PlanIndex): ReadonlySet<string> => {
  const { plan } = index;
  const found = known.get(plan);
  if (found) return found;
  const edges = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  for (const start of Object.values(plan.nodes)) {
    if (start.incoming.length > 0 || state.has(start.id)) continue;
    const path: { readonly id: string; readonly next: string[] }[] = [
      { id: start.id, next: [...successors(index, start.id)] },
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
        path.push({ id: next, next: [...successors(index, next)] });
      }
    }
  }
  known.set(plan, edges);
  return edges;
};
