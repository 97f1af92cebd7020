import type { PlanNode } from '@lianban/process-runtime';
import { isMoving } from './moving.js';
import type { RecordedEntry, RecordedScope } from './recorded-trace.js';

type NodeOf = (element: string) => PlanNode | undefined;
type Target = (flow: string) => string | undefined;

/**
 * Paths of elements that a token on its way was taken away from, or kept from, by a parallel branch: how far it got is
 * not BPMN's business. What lies behind them may have been lived through or not.
 */
export const racedPlaces = (
  trace: readonly RecordedEntry[],
  nodeOf: NodeOf,
  targetOf: Target,
): ReadonlySet<string> => {
  const places = new Set<string>();
  trace.forEach(({ action, scope }, index) => {
    const before = trace.slice(0, index);
    if (action !== 'destroyed' || wasLeft(before, scope) || !isMoving(scope, before, nodeOf)) return;
    if (endsByItself(nodeOf(scope.element))) return;
    follow(scope, places, nodeOf, targetOf);
  });
  return places;
};

const wasLeft = (before: readonly RecordedEntry[], scope: RecordedScope): boolean =>
  before.some((entry) => entry.scope === scope && entry.action === 'exited');

/** Ends that take their own token away with all others. */
const endsByItself = (node: PlanNode | undefined): boolean =>
  node?.type === 'endEvent' && ['error', 'cancel', 'terminate', 'escalation'].includes(node.result.kind);

const follow = (
  { element, parent }: RecordedScope,
  places: Set<string>,
  nodeOf: NodeOf,
  targetOf: Target,
): void => {
  const within = parent?.path ?? '';
  const queue = [element];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const place = `${within}/${at}`;
    if (places.has(place)) continue;
    places.add(place);
    const target = targetOf(at);
    queue.push(...(nodeOf(at)?.outgoing ?? []), ...(target === undefined ? [] : [target]));
  }
};
