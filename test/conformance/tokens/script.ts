import type { PlanNode } from '@lianban/process-runtime';
import { isMoving } from './moving.js';
import type { RecordedEntry, RecordedScope } from './recorded-trace.js';

type NodeOf = (element: string) => PlanNode | undefined;

/** What the world must have done for a trace to be recorded as it is. */
export interface Script {
  /** The flows that the n-th passing of a node entered. */
  flowsTaken(node: string, passing: number): ReadonlySet<string>;
  /** What becomes of the task at `path`: done when it is reached, when the trace says so, or never. */
  taskEnds(path: string): 'at once' | 'when told' | 'never';
  /** What was signalled, in order; `mustBeCaused` where something of the model was still moving. */
  readonly signals: readonly { readonly scope: RecordedScope; readonly mustBeCaused: boolean }[];
}

export const scriptOf = (trace: readonly RecordedEntry[], nodeOf: NodeOf): Script => {
  const taken = flowsByPassing(trace, nodeOf);
  const ends = new Map<string, 'at once' | 'when told' | 'never'>();
  for (const { action, scope } of trace)
    if (action === 'entered') ends.set(scope.path, endOf(trace, scope, nodeOf));
  return {
    flowsTaken: (node, passing) => taken.get(node)?.[passing] ?? new Set(),
    taskEnds: (path) => ends.get(path) ?? 'never',
    signals: trace.flatMap(({ action, scope }, index) =>
      action === 'signalled'
        ? [{ scope, mustBeCaused: movingBefore(trace.slice(0, index), scope, nodeOf) }]
        : [],
    ),
  };
};

/** Between the exit of a node and the end of its scope the flows that it sends tokens along are created. */
const flowsByPassing = (
  trace: readonly RecordedEntry[],
  nodeOf: NodeOf,
): ReadonlyMap<string, readonly ReadonlySet<string>[]> => {
  const passings = new Map<string, Set<string>[]>();
  trace.forEach(({ action, scope }, index) => {
    const node = nodeOf(scope.element);
    if (action !== 'exited' || !node) return;
    const flows = new Set<string>();
    for (const later of trace.slice(index + 1)) {
      if (later.action === 'destroyed' && later.scope === scope) break;
      if (later.action === 'exited') break;
      const { element } = later.scope;
      if (later.action === 'created' && node.outgoing.includes(element)) flows.add(element);
    }
    passings.set(scope.element, [...(passings.get(scope.element) ?? []), flows]);
  });
  return passings;
};

const endOf = (trace: readonly RecordedEntry[], task: RecordedScope, nodeOf: NodeOf) => {
  const own = trace.filter(({ scope }) => scope === task);
  if (own.some(({ action }) => action === 'signalled')) return 'when told';
  const exit = trace.findIndex(({ action, scope }) => action === 'exited' && scope === task);
  if (exit < 0) return 'never';
  const entry = trace.findIndex(({ action, scope }) => action === 'entered' && scope === task);
  const interrupted = trace.slice(entry, exit).some(({ action, scope }) => {
    const event = action === 'signalled' && scope.parent === task.parent ? nodeOf(scope.element) : undefined;
    return event?.type === 'boundaryEvent' && event.attachedTo === task.element && event.interrupting;
  });
  return interrupted ? 'never' : 'at once';
};

/**
 * Whether at this point of the trace a token is on its way, so that nobody outside can have acted: the recorder works
 * until everything rests. The scope signalled itself may have been created just before.
 */
const movingBefore = (
  before: readonly RecordedEntry[],
  signalled: RecordedScope,
  nodeOf: NodeOf,
): boolean => {
  const alive = new Set<RecordedScope>();
  for (const { action, scope } of before) {
    if (action === 'created') alive.add(scope);
    else if (action === 'destroyed') alive.delete(scope);
    else if (action === 'exited' && !nodeOf(scope.element)) alive.delete(scope);
  }
  return [...alive].some(
    (scope) => scope !== signalled && !isWithin(signalled, scope) && isMoving(scope, before, nodeOf),
  );
};

const isWithin = (inner: RecordedScope, outer: RecordedScope): boolean => {
  for (let at: RecordedScope | undefined = inner; at; at = at.parent) if (at === outer) return true;
  return false;
};
