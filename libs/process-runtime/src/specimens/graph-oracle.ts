import type { Graph } from './graph.js';

/** The token game on a graph, as plain counting: how many tokens lie on each flow and wait at each task. */
export class GraphOracle {
  /** Tokens at tasks, by node. */
  readonly tasks = new Map<number, number>();
  /** Tokens on flows into joins, by `from > to`. */
  private readonly flows = new Map<string, number>();

  constructor(private readonly graph: Graph) {
    this.arrive('start', 0);
    // What nothing leads to begins with the process.
    graph.forEach((_node, at) => {
      if (this.inputsOf(at).length === 0) this.arrive('nowhere', at);
    });
  }

  /** Open tasks by number; one that is open twice stands twice. */
  get open(): readonly number[] {
    return [...this.tasks]
      .flatMap(([node, count]) => Array.from({ length: count }, () => node))
      .toSorted((a, b) => a - b);
  }

  /** Tokens that wait at joins. */
  get waiting(): number {
    return [...this.flows.values()].reduce((sum, count) => sum + count, 0);
  }

  complete(task: number): void {
    this.tasks.set(task, (this.tasks.get(task) ?? 0) - 1);
    this.leave(task);
  }

  private leave(from: number): void {
    const node = this.graph[from];
    if (!node) return;
    const taken = node.kind === 'choice' ? node.to.slice(node.taken, node.taken + 1) : node.to;
    for (const to of taken) this.arrive(String(from), to);
  }

  private arrive(from: string, to: number): void {
    const node = this.graph[to];
    if (!node) return;
    if (node.kind === 'task') {
      this.tasks.set(to, (this.tasks.get(to) ?? 0) + 1);
      return;
    }
    if (node.kind === 'parallel') {
      const inputs = this.inputsOf(to);
      if (inputs.length === 0) return this.leave(to);
      this.add(`${from} > ${to}`, 1);
      if (!inputs.every((input) => (this.flows.get(input) ?? 0) > 0)) return;
      for (const input of inputs) this.add(input, -1);
    }
    this.leave(to);
  }

  private add(flow: string, count: number): void {
    this.flows.set(flow, (this.flows.get(flow) ?? 0) + count);
  }

  private inputsOf(to: number): readonly string[] {
    const inputs = this.graph.flatMap((node, from) => (node.to.includes(to) ? [`${from} > ${to}`] : []));
    return to === 0 ? ['start > 0', ...inputs] : inputs;
  }
}
