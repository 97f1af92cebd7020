import type { FlowGraph, FlowNode } from './flow-graph.js';

/** Nodes that lie on a cycle: those of strongly connected components of more than one (Tarjan 1972, without recursion). */
export const nodesOnCycles = (graph: FlowGraph): ReadonlySet<FlowNode> => {
  const onCycles = new Set<FlowNode>();
  const numbers = new Map<FlowNode, number>();
  const lowest = new Map<FlowNode, number>();
  const open: FlowNode[] = [];
  const isOpen = new Set<FlowNode>();
  const low = (node: FlowNode): number => lowest.get(node) ?? Infinity;
  const lower = (node: FlowNode, to: number): void => void lowest.set(node, Math.min(low(node), to));
  const enter = (node: FlowNode): { node: FlowNode; ways: Iterator<{ readonly to: FlowNode }> } => {
    numbers.set(node, numbers.size);
    lowest.set(node, numbers.size - 1);
    open.push(node);
    isOpen.add(node);
    return { node, ways: node.outs.values() };
  };
  const stack = [enter(graph.start)];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const { node } = top;
    const way = top.ways.next();
    if (way.done !== true) {
      const { to } = way.value;
      const number = numbers.get(to);
      if (number === undefined) stack.push(enter(to));
      else if (isOpen.has(to)) lower(node, number);
      if (to === node) onCycles.add(node);
      continue;
    }
    stack.pop();
    const below = stack.at(-1);
    if (below) lower(below.node, low(node));
    if (low(node) !== numbers.get(node)) continue;
    const component = open.splice(open.lastIndexOf(node));
    for (const member of component) {
      isOpen.delete(member);
      if (component.length > 1) onCycles.add(member);
    }
  }
  return onCycles;
};
