/** Old element id to new element id; an id that both plans have maps to itself. */
export type NodeMapping = Readonly<Record<string, string>>;

export const mapped = (mapping: NodeMapping, node: string): string =>
  Object.hasOwn(mapping, node) ? (mapping[node] ?? node) : node;
