import type { PlanNode, StartEvent, SubProcess } from './plan-node.js';
import type { ProcessPlan } from './process-plan.js';

/** What the runtime must know of the inside of a process or sub-process when it is entered. */
export interface Container {
  /** Nodes that get a token when it is entered, in document order (BPMN 2.0.2 §13.3.1, §13.3.4). */
  readonly starts: readonly string[];
  readonly eventSubProcesses: readonly EventSubProcess[];
  /** Undoes the sub-process itself. */
  readonly compensation?: EventSubProcess;
  /** Nodes directly inside. */
  readonly size: number;
}

export interface EventSubProcess {
  readonly node: SubProcess;
  readonly start: StartEvent;
}

/** A called process is inside of nothing; ids of nodes never begin with a colon. */
export const containerKey = (node?: string, process?: string): string =>
  process === undefined ? (node ?? '') : `:${process}`;

export const containersOf = (plan: ProcessPlan): ReadonlyMap<string, Container> => {
  const children = new Map<string, PlanNode[]>();
  for (const node of Object.values(plan.nodes)) {
    const key = containerKey(node.parent, node.parent === undefined ? node.process : undefined);
    const siblings = children.get(key);
    if (siblings) siblings.push(node);
    else children.set(key, [node]);
  }
  const containers = new Map<string, Container>();
  for (const [key, nodes] of children) {
    const eventSubProcesses = nodes.flatMap((node) =>
      node.type === 'subProcess' && node.triggeredByEvent === true
        ? startsOf(children.get(node.id) ?? []).map((start) => ({ node, start }))
        : [],
    );
    const compensation = eventSubProcesses.find(({ start }) => start.trigger.kind === 'compensation');
    containers.set(key, {
      starts: nodes.filter(isEntered).map(({ id }) => id),
      eventSubProcesses: eventSubProcesses.filter(({ start }) => start.trigger.kind !== 'compensation'),
      ...(compensation ? { compensation } : {}),
      size: nodes.length,
    });
  }
  return containers;
};

const startsOf = (nodes: readonly PlanNode[]): readonly StartEvent[] =>
  nodes.flatMap((node) => (node.type === 'startEvent' ? [node] : []));

const isEntered = (node: PlanNode): boolean => {
  if (node.incoming.length > 0) return false;
  switch (node.type) {
    case 'boundaryEvent':
      return false;
    case 'startEvent':
      return node.trigger.kind === 'none';
    case 'intermediateCatchEvent':
      return node.trigger.kind !== 'link';
    case 'subProcess':
      return node.triggeredByEvent !== true && node.forCompensation !== true;
    default:
      return !('forCompensation' in node && node.forCompensation);
  }
};
