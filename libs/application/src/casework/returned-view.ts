import type { ReturnedView } from '@lianban/contracts';
import type { ReturnedTask } from '../cases/index.js';
import type { PublishedDefinition } from '../definitions/index.js';

export const returnedView = (
  { reason, by, from, then }: ReturnedTask,
  { plan }: PublishedDefinition,
): ReturnedView => ({
  reason,
  by,
  from: plan.nodes[from.node]?.name ?? { zh: from.node, en: from.node },
  then,
});
