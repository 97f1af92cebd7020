import type { ProcessPlan } from '../plan/process-plan.js';
import type { CaseState } from './case-state.js';

/** Where a case stands, for the diagram: the nodes that hold a token, outermost first. */
export const describeWaiting = (
  plan: ProcessPlan,
  state: CaseState,
): readonly { readonly node: string; readonly incident: boolean }[] => {
  const seen = new Map<string, boolean>();
  for (const token of state.tokens) {
    if (plan.nodes[token.node])
      seen.set(token.node, (seen.get(token.node) ?? false) || token.incident !== undefined);
  }
  return [...seen].map(([node, incident]) => ({ node, incident }));
};
