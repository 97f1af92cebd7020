import type { BoundaryEvent, PlanFlow, PlanNode } from '@lianban/process-runtime';
import { type FlowEdge, FlowGraph, type FlowNode, type NodeKind, type WayOut } from './flow-graph.js';
import { endsScope, isJoin, type PlanWays, resultsOf, shown } from './plan-ways.js';

export interface GraphPlan {
  /** Nodes to draw; a token that goes elsewhere is gone. */
  readonly members: ReadonlySet<string>;
  readonly entries: readonly string[];
  readonly begin: 'one' | 'all';
  /** Nodes that are passed by more tokens than are drawn, so that their decisions look back on the case. */
  readonly passedAgain: ReadonlySet<string>;
}

/** The ways of tokens through a scope as a graph of single decisions and joins, which all begin at `graph.start`. */
export const buildFlowGraph = (ways: PlanWays, plan: GraphPlan): FlowGraph => new Builder(ways, plan).build();

interface Ports {
  readonly way: FlowNode;
  readonly out: FlowNode;
}

class Builder {
  private readonly graph = new FlowGraph();
  private readonly ports = new Map<string, Ports>();

  constructor(
    private readonly ways: PlanWays,
    private readonly plan: GraphPlan,
  ) {}

  build(): FlowGraph {
    const { graph, plan } = this;
    const members = [...plan.members].flatMap((id) => this.ways.node(id) ?? []);
    for (const node of members) this.ports.set(node.id, this.openPorts(node));
    for (const node of members) this.goOn(node);
    const begin = graph.add(plan.begin === 'one' ? 'xor' : 'and');
    graph.connect(graph.start, begin);
    for (const id of plan.entries) {
      const port = this.ports.get(id);
      if (port) graph.connect(begin, port.way);
    }
    if (begin.outs.size === 0) graph.connect(begin, graph.end);
    return graph;
  }

  /** Where tokens come in and where they go out; between them lies what an activity or event does. */
  private openPorts(node: PlanNode): Ports {
    const { graph } = this;
    const element = shown(node);
    switch (node.type) {
      case 'exclusiveGateway':
      case 'parallelGateway':
        return one(graph.add(node.type === 'parallelGateway' ? 'and' : 'xor', element));
      case 'eventBasedGateway':
        return one(graph.add(node.instantiate === 'parallel' ? 'and' : 'xor', element));
      case 'inclusiveGateway':
      // It fires once for all that come, at the latest when no more can: when before is up to its condition.
      case 'complexGateway':
        return this.through(graph.add('or-join', element), graph.add('or-split', element));
      default: {
        const way = graph.add('xor');
        const out = graph.add('xor', element);
        const acts = node.type !== 'startEvent' && node.type !== 'boundaryEvent' && node.type !== 'endEvent';
        graph.connect(way, out, { trail: element, acts });
        return { way, out };
      }
    }
  }

  private through(way: FlowNode, out: FlowNode): Ports {
    this.graph.connect(way, out);
    return { way, out };
  }

  private goOn(node: PlanNode): void {
    const ports = this.ports.get(node.id);
    if (!ports) return;
    const { out } = this.ways.boundaryOf(node);
    for (const event of out) this.interrupt(ports.out, event);
    if (!this.ways.completes(node)) {
      if (out.length === 0) this.graph.connect(ports.out, this.graph.terminate);
    } else this.leave(node, out.length === 0 ? ports.out : this.onwards(ports.out));
    this.closeUnreached(node, ports.way);
  }

  private onwards(from: FlowNode): FlowNode {
    const next = this.graph.add('xor');
    this.graph.connect(from, next);
    return next;
  }

  private interrupt(from: FlowNode, event: BoundaryEvent): void {
    const port = this.ports.get(event.id);
    if (port) this.graph.connect(from, port.way, { doubtful: this.ways.isOwnSignal(event) });
  }

  /** BPMN 2.0.2 §13.3.1, §13.4: several flows out of anything but a gateway open together, as far as their conditions hold. */
  private leave(node: PlanNode, from: FlowNode): void {
    const { graph } = this;
    if (endsScope(node)) return void graph.connect(from, graph.terminate);
    const flows = this.ways.flowsFrom(node);
    const links = this.ways.linksFrom(node);
    for (const to of links) this.lead(from, to);
    if (links.length > 0 && resultsOf(node).length > 0) return;
    if (flows.length === 0) return void graph.connect(from, graph.end);
    const split = flows.length === 1 ? from : this.split(node, flows, from);
    const doubtful = flows.length > 1 && decides(node, flows) && this.plan.passedAgain.has(node.id);
    for (const flow of flows) {
      this.lead(split, flow.to, flow, { doubtful, way: wayOut(node, flow) });
    }
  }

  private split(node: PlanNode, flows: readonly PlanFlow[], from: FlowNode): FlowNode {
    if (isGateway(node)) return from;
    const kind: NodeKind = decides(node, flows) ? 'or-split' : 'and';
    const split = this.graph.add(kind, shown(node));
    this.graph.connect(from, split);
    return split;
  }

  private lead(
    from: FlowNode,
    to: string,
    flow?: PlanFlow,
    look: { doubtful: boolean; way: WayOut } = { doubtful: false, way: 'free' },
  ): FlowEdge {
    const { graph } = this;
    const port = this.ports.get(to);
    const target = this.ways.node(to);
    const own = flow && !this.isAdded(flow) ? flow.id : undefined;
    if (!port || !target) return graph.connect(from, graph.end, { ...look, trail: own });
    // Tokens that come to an end by different ways have nothing to do with each other.
    if (target.type === 'endEvent' && !endsScope(target) && this.ways.next(target).length === 0) {
      return graph.connect(from, graph.end, { ...look, trail: [own, shown(target)] });
    }
    return graph.connect(from, port.way, { ...look, trail: own });
  }

  /** A flow between nodes that the compiler added, which no diagram shows. */
  private isAdded({ from, to }: PlanFlow): boolean {
    const source = this.ways.node(from);
    const target = this.ways.node(to);
    return source !== undefined && target !== undefined && shown(source) === shown(target);
  }

  /** A parallel join waits for every flow, also for one by which no token can come. */
  private closeUnreached(node: PlanNode, way: FlowNode): void {
    if (node.type !== 'parallelGateway' || !isJoin(node)) return;
    for (const flow of this.ways.flowsTo(node)) {
      const source = this.plan.members.has(flow.from) ? this.ways.node(flow.from) : undefined;
      const comes = source !== undefined && this.ways.completes(source);
      if (!comes) this.graph.connect(this.graph.never, way, { trail: flow.id });
    }
  }
}

const one = (node: FlowNode): Ports => ({ way: node, out: node });

const isGateway = ({ type }: PlanNode): boolean => type.endsWith('Gateway');

const decides = (node: PlanNode, flows: readonly PlanFlow[]): boolean =>
  node.type === 'exclusiveGateway' ||
  node.type === 'inclusiveGateway' ||
  node.type === 'complexGateway' ||
  (!isGateway(node) && flows.some(({ id, condition }) => condition !== undefined || isDefault(node, id)));

const isDefault = (node: PlanNode, flow: string): boolean =>
  'defaultFlow' in node && node.defaultFlow === flow;

const wayOut = (node: PlanNode, { id, condition }: PlanFlow): WayOut => {
  if (isDefault(node, id)) return 'default';
  return condition === undefined && !isGateway(node) ? 'fixed' : 'free';
};
