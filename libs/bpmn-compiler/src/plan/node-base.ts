import type { ModdleElement } from 'bpmn-moddle';
import { nameOf, optional, speechOf } from './node-extensions.js';

/** What a node needs to know of its surroundings. */
export interface Surroundings {
  readonly parent?: string;
  readonly lane?: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  /** Ids of the boundary events attached to this element. */
  readonly boundary: readonly string[];
}

/** What all nodes have. */
export type NodeBase = ReturnType<typeof baseOf>;

export const baseOf = (id: string, element: ModdleElement, around: Surroundings) => ({
  id,
  name: nameOf(element),
  ...optional('parent', around.parent),
  ...optional('lane', around.lane),
  incoming: around.incoming,
  outgoing: around.outgoing,
  ...speechOf(element),
});
