import type { BoundaryEvent, EventResult, PlanFlow, PlanNode, ProcessPlan } from '@lianban/process-runtime';

/** How tokens may move from node to node of one scope, as the plan says it. */
export class PlanWays {
  private readonly signals: ReadonlySet<string>;
  private readonly children = new Map<string, PlanNode[]>();

  constructor(private readonly plan: ProcessPlan) {
    this.signals = new Set(Object.values(plan.nodes).flatMap((node) => resultsOf(node).flatMap(signalOf)));
    for (const node of Object.values(plan.nodes)) {
      if (node.parent === undefined) continue;
      const siblings = this.children.get(node.parent);
      if (siblings) siblings.push(node);
      else this.children.set(node.parent, [node]);
    }
  }

  node(id: string): PlanNode | undefined {
    return Object.hasOwn(this.plan.nodes, id) ? this.plan.nodes[id] : undefined;
  }

  /** A sub-process that only ever ends with an error or a cancellation is never done. */
  completes(node: PlanNode): boolean {
    if (node.type !== 'subProcess' || node.adHoc !== undefined) return true;
    const inside = this.children.get(node.id) ?? [];
    return inside.length === 0 || inside.some((inner) => this.isDone(inner));
  }

  private isDone(node: PlanNode): boolean {
    if (node.type === 'subProcess' && node.triggeredByEvent === true) return true;
    if (node.type === 'endEvent') {
      return resultsOf(node).every(({ kind }) => kind !== 'error' && kind !== 'cancel');
    }
    const isApart = 'forCompensation' in node && node.forCompensation;
    return !isApart && node.type !== 'boundaryEvent' && this.next(node).length === 0;
  }

  /** Flows by which tokens may leave a node. */
  flowsFrom(node: PlanNode): readonly PlanFlow[] {
    if (!this.completes(node)) return [];
    return node.outgoing.flatMap((id) => {
      const flow = this.plan.flows[id];
      return flow && this.node(flow.to) ? flow : [];
    });
  }

  flowsTo(node: PlanNode): readonly PlanFlow[] {
    return node.incoming.flatMap((id) => this.plan.flows[id] ?? []);
  }

  linksFrom(node: PlanNode): readonly string[] {
    return resultsOf(node).flatMap((result) =>
      result.kind === 'link' && this.node(result.to) ? result.to : [],
    );
  }

  /** Boundary events that take the activity away, and those that only add a token. */
  boundaryOf(node: PlanNode): {
    readonly out: readonly BoundaryEvent[];
    readonly aside: readonly BoundaryEvent[];
  } {
    const events = ('boundary' in node ? node.boundary : []).flatMap((id) => {
      const event = this.node(id);
      return event?.type === 'boundaryEvent' && event.trigger.kind !== 'compensation' ? event : [];
    });
    return { out: events.filter(interrupts), aside: events.filter((event) => !interrupts(event)) };
  }

  /** Where a token at `node` may be next, unless an event beside it adds one; `by`: the flow, where there is one. */
  steps(node: PlanNode): readonly { readonly to: string; readonly by?: string }[] {
    return [
      ...this.flowsFrom(node).map(({ id, to }) => ({ to, by: id })),
      ...this.linksFrom(node).map((to) => ({ to })),
      ...this.boundaryOf(node).out.map(({ id }) => ({ to: id })),
    ];
  }

  next(node: PlanNode): readonly string[] {
    return this.steps(node).map(({ to }) => to);
  }

  /**
   * Shortest ways from `starts` to all that can be reached, as nodes and flows in order; `through` says where a walk
   * goes on.
   */
  waysFrom(
    starts: readonly string[],
    through: (node: PlanNode) => boolean = () => true,
  ): ReadonlyMap<string, () => readonly string[]> {
    const reached = new Map<string, () => readonly string[]>(starts.map((id) => [id, () => [id]]));
    for (const [id, way] of reached) {
      const node = this.node(id);
      if (!node || !through(node)) continue;
      for (const { to, by } of this.steps(node)) {
        if (reached.has(to)) continue;
        reached.set(to, () => [...way(), ...(by === undefined ? [] : [by]), to]);
      }
    }
    return reached;
  }

  /** The event waits for a signal that the process throws itself, so it cannot come at any time. */
  isOwnSignal({ trigger }: BoundaryEvent): boolean {
    return trigger.kind === 'signal' && this.signals.has(trigger.signal);
  }
}

/** An error always interrupts, whatever the file says (BPMN 2.0.2 §10.5.4). */
const interrupts = ({ interrupting, trigger }: BoundaryEvent): boolean =>
  interrupting || trigger.kind === 'error' || trigger.kind === 'cancel';

const flat = (result: EventResult): readonly EventResult[] =>
  result.kind === 'multiple' ? result.of.flatMap(flat) : [result];

const signalOf = (result: EventResult): readonly string[] =>
  result.kind === 'signal' ? [result.signal] : [];

export const resultsOf = (node: PlanNode): readonly EventResult[] =>
  node.type === 'endEvent' || node.type === 'intermediateThrowEvent' ? flat(node.result) : [];

/** Ends that take all tokens of their scope away: the scope is over, or left by an event on its border. */
const ALL_OVER: ReadonlySet<string> = new Set(['terminate', 'error', 'cancel']);

export const endsScope = (node: PlanNode): boolean =>
  node.type === 'endEvent' && resultsOf(node).some(({ kind }) => ALL_OVER.has(kind));

/** A gateway at which several ways come together and may wait for each other. */
export const isJoin = ({ type, incoming }: PlanNode): boolean =>
  incoming.length > 1 &&
  (type === 'parallelGateway' || type === 'inclusiveGateway' || type === 'complexGateway');

/** Somebody or something outside has to act before a token goes on. */
export const waits = (node: PlanNode): boolean => {
  switch (node.type) {
    case 'userTask':
    case 'manualTask':
    case 'receiveTask':
    case 'intermediateCatchEvent':
    case 'eventBasedGateway':
    case 'subProcess':
    case 'callActivity':
      return true;
    case 'serviceTask':
    case 'sendTask':
      return node.implementation.kind !== 'message';
    default:
      return false;
  }
};

/** The element of the diagram that stands for a node. */
export const shown = ({ id, shownAt }: PlanNode): string => shownAt ?? id;
