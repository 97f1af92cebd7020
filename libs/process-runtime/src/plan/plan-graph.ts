import type { Container } from './containers.js';
import type { PlanNode } from './plan-node.js';
import type { PlanFlow } from './process-plan.js';

/** A plan as a graph. Asking for what is not there is a defect of the caller and throws. */
export interface PlanGraph {
  node(id: string): PlanNode;
  flow(id: string): PlanFlow;
  /** What stands directly inside a sub-process (`node`), a called process (`process`), or the process itself. */
  inside(place: { readonly node?: string; readonly process?: string }): Container;
}
