import * as fc from 'fast-check';

/** Flows of a process as `drawing` reads them. */
export type Flows = readonly string[];

type Sort = 'xor' | 'and' | 'or' | 'stop';

interface Node {
  readonly sort: Sort;
  /** How far on each way out leads, by node; beyond the last is an end. Few lead back. */
  readonly ways: readonly { readonly far: number; readonly task: boolean; readonly border: number }[];
  readonly standIn: boolean;
}

const way = fc.record({
  far: fc.oneof(
    { weight: 7, arbitrary: fc.integer({ min: 1, max: 3 }) },
    { weight: 1, arbitrary: fc.integer({ min: -3, max: 0 }) },
  ),
  task: fc.boolean(),
  border: fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
  ),
});

const node: fc.Arbitrary<Node> = fc.record({
  sort: fc.oneof(
    { weight: 5, arbitrary: fc.constant<Sort>('xor') },
    { weight: 6, arbitrary: fc.constant<Sort>('and') },
    { weight: 4, arbitrary: fc.constant<Sort>('or') },
    { weight: 1, arbitrary: fc.constant<Sort>('stop') },
  ),
  ways: fc.array(way, { minLength: 1, maxLength: 3 }),
  standIn: fc.boolean(),
});

/** Gateways in a row with ways on, ahead and sometimes back, each with a task or none: right by chance only. */
export const tangles: fc.Arbitrary<Flows> = fc
  .array(node, { minLength: 2, maxLength: 7 })
  .map((nodes) => write(nodes));

const write = (nodes: readonly Node[]): Flows => {
  const name = (i: number): string => {
    const at = nodes[i];
    if (!at) return 'end';
    return at.sort === 'stop' ? `stop${i}` : `${at.sort}${i}`;
  };
  const flows: string[] = [];
  nodes.forEach(({ sort, ways, standIn }, i) => {
    if (sort === 'stop') return;
    const targets = new Set<number>();
    ways.forEach(({ far, task, border }, k) => {
      const to = Math.min(nodes.length, Math.max(0, i + far));
      const stays = task || to <= i || targets.has(to);
      targets.add(to);
      const mark =
        k === ways.length - 1 && ways.length > 1 && (sort === 'xor' || (sort === 'or' && standIn))
          ? ' : default'
          : '';
      const via = `t${i}x${k}`;
      flows.push(
        ...(stays
          ? [`${name(i)} > ${via}${mark}`, `${via} > ${name(to)}`]
          : [`${name(i)} > ${name(to)}${mark}`]),
      );
      if (stays && border > 0)
        flows.push(`late${i}x${k}@${via} > ${name(Math.min(nodes.length, i + border))}`);
    });
  });
  return reachable([`start > ${name(0)}`, ...flows]);
};

type Block =
  | { readonly kind: 'task' }
  | { readonly kind: 'sequence'; readonly parts: readonly Block[] }
  | {
      readonly kind: 'xor' | 'and' | 'or';
      readonly parts: readonly Block[];
      readonly join: 'xor' | 'and' | 'or' | 'same';
    }
  | { readonly kind: 'loop'; readonly parts: readonly [Block, Block] };

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 2, arbitrary: fc.constant<Block>({ kind: 'task' }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('sequence' as const),
        parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('xor' as const, 'and' as const, 'or' as const),
        parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
        join: fc.oneof(
          { weight: 12, arbitrary: fc.constant('same' as const) },
          { weight: 1, arbitrary: fc.constantFrom('xor' as const, 'and' as const, 'or' as const) },
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('loop' as const),
        parts: fc.tuple(tie('block'), tie('block')),
      }),
    },
  ),
}));

/** Blocks, most of them closed as they were opened, with a few flows that lead elsewhere. */
export const brokenBlocks: fc.Arbitrary<Flows> = fc
  .tuple(block, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 2 }))
  .map(([whole, leaps]) => {
    const flows: string[] = [];
    const exit = writeBlock(whole, 'start', 'B', flows);
    flows.push(`${exit} > end`);
    return reachable(leaps.reduce(leap, flows));
  });

/** Writes a block after the node `from`; answers the node it ends with. */
const writeBlock = (part: Block, from: string, path: string, flows: string[], mark = ''): string => {
  switch (part.kind) {
    case 'task':
      flows.push(`${from} > ${path}${mark}`);
      return path;
    case 'sequence': {
      let at = from;
      part.parts.forEach(
        (inner, i) => (at = writeBlock(inner, at, `${path}${i}`, flows, i === 0 ? mark : '')),
      );
      return at;
    }
    case 'loop': {
      const [open, close] = [`xor${path}a`, `xor${path}z`];
      flows.push(`${from} > ${open}${mark}`);
      flows.push(`${writeBlock(part.parts[0], open, `${path}0`, flows)} > ${close}`);
      flows.push(`${writeBlock(part.parts[1], close, `${path}1`, flows)} > ${open}`);
      flows.push(`${close} > ${path}out : default`);
      return `${path}out`;
    }
    default: {
      const [open, close] = [
        `${part.kind}${path}a`,
        `${part.join === 'same' ? part.kind : part.join}${path}z`,
      ];
      flows.push(`${from} > ${open}${mark}`);
      part.parts.forEach((inner, i) => {
        const standIn = part.kind !== 'and' && i === part.parts.length - 1 ? ' : default' : '';
        flows.push(`${writeBlock(inner, open, `${path}${i}`, flows, standIn)} > ${close}`);
      });
      return close;
    }
  }
};

/** Turns one flow to the target of another one. */
const leap = (flows: string[], [which, where]: readonly [number, number]): string[] => {
  const gateways = [...new Set(flows.flatMap((text) => /> (x?or\w+|and\w+)/.exec(text)?.[1] ?? []))];
  const target = gateways[where % Math.max(1, gateways.length)];
  const at = 1 + (which % Math.max(1, flows.length - 1));
  const [from = ''] = (flows[at] ?? '').split(' > ');
  // A task keeps every cycle waiting for somebody.
  if (target === undefined || /^(x?or|and|start)/.test(from)) return flows;
  return flows.map((text, i) => (i === at ? `${from} > ${target}` : text));
};

/** Leaves out what the start does not lead to. */
const reachable = (flows: Flows): Flows => {
  const seen = new Set(['start']);
  for (const id of seen) {
    for (const text of flows) {
      const [from = '', to = ''] = (text.split(' : ')[0] ?? '').split(' > ');
      if (from === id || from.endsWith(`@${id}`)) {
        seen.add(from);
        seen.add(to);
      }
    }
  }
  return [...new Set(flows.filter((text) => seen.has(text.split(' > ')[0] ?? '')))];
};
