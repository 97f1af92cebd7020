import type { PlanNode, ProcessPlan } from '@lianban/process-runtime';

/** The inside of a process or sub-process: what it holds, and where its tokens begin. */
export interface Scope {
  readonly nodes: readonly PlanNode[];
  readonly entries: readonly string[];
  /** Whether each entry alone begins it, or all of them together. */
  readonly begin: 'one' | 'all';
  /** An event beside its flow, on its border or further out may end it as a whole. */
  readonly isInterruptible: boolean;
}

/**
 * Everything in a plan that has a flow of tokens of its own: the process, what it calls, sub-processes and event
 * sub-processes. The inside of an ad-hoc sub-process has no order that could be judged.
 */
export const scopesOf = (plan: ProcessPlan): readonly Scope[] => {
  const nodes = Object.values(plan.nodes);
  const inside = new Map<string, PlanNode[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    const siblings = inside.get(key);
    if (siblings) siblings.push(node);
    else inside.set(key, [node]);
  }
  const scopes: Scope[] = [];
  for (const [key, held] of inside) {
    const owner = Object.hasOwn(plan.nodes, key) ? plan.nodes[key] : undefined;
    if (owner?.type === 'subProcess' && owner.adHoc !== undefined) continue;
    const isInterruptible = mayBeEnded(plan, inside, key);
    scopes.push({ nodes: held, ...begins(held, owner, key), isInterruptible });
  }
  return scopes;
};

const keyOf = ({ parent, process }: PlanNode): string => parent ?? `:${process ?? ''}`;

const mayBeEnded = (
  plan: ProcessPlan,
  inside: ReadonlyMap<string, readonly PlanNode[]>,
  first: string,
): boolean => {
  const around = new Set([first]);
  for (const key of around) {
    const held = inside.get(key) ?? [];
    if (held.some((node) => isApart(node) && (inside.get(node.id) ?? []).some(interruptsScope))) return true;
    const owners = Object.hasOwn(plan.nodes, key)
      ? [plan.nodes[key]]
      : Object.values(plan.nodes).filter((node) => node.type === 'callActivity' && `:${node.calls}` === key);
    for (const owner of owners) {
      if (owner === undefined) continue;
      const events = ('boundary' in owner ? owner.boundary : []).map((id) => plan.nodes[id]);
      if (events.some((event) => event?.type === 'boundaryEvent' && event.interrupting)) return true;
      around.add(keyOf(owner));
    }
  }
  return false;
};

const interruptsScope = (node: PlanNode): boolean =>
  node.type === 'startEvent' && node.interrupting !== false && node.trigger.kind !== 'compensation';

type Begin = Pick<Scope, 'entries' | 'begin'>;

/** A case begins with one of its start events, whatever is entered from within another flow with all of them. */
const begins = (held: readonly PlanNode[], owner: PlanNode | undefined, key: string): Begin => {
  const isEntered = owner?.type === 'subProcess' ? owner.triggeredByEvent !== true : key !== ':';
  const starts = isEntered ? [] : held.filter(isStart);
  return starts.length > 0
    ? { entries: starts.map(({ id }) => id), begin: 'one' }
    : { entries: held.filter(isBegun).map(({ id }) => id), begin: 'all' };
};

const isStart = (node: PlanNode): boolean => {
  if (node.type === 'startEvent') return true;
  if (node.type === 'receiveTask') return node.instantiate === true;
  return node.type === 'eventBasedGateway' && node.instantiate !== undefined;
};

/** BPMN 2.0.2 §13.3.1, §13.3.4: what nothing leads to begins with its scope. */
const isBegun = (node: PlanNode): boolean => {
  if (node.incoming.length > 0 || node.type === 'boundaryEvent' || isApart(node)) return false;
  if (node.type === 'startEvent') return node.trigger.kind === 'none';
  return node.type !== 'intermediateCatchEvent' || node.trigger.kind !== 'link';
};

/** What stands beside the flow: handlers of compensation, and what an event starts. */
const isApart = (node: PlanNode): boolean =>
  ('forCompensation' in node && node.forCompensation) ||
  (node.type === 'subProcess' && node.triggeredByEvent === true);
