import type { Json } from '@lianban/kernel';
import type { LoopDefinition } from '../plan/loop-definition.js';
import type { ProcessPlan } from '../plan/process-plan.js';
import { type Block, type Leaf, isLeaf } from './block.js';
import {
  type NodeSketch,
  boundary,
  end,
  gateway,
  planOf,
  receive,
  service,
  start,
  subProcess,
  throwing,
  timerCatch,
  user,
} from './plan-sketch.js';

export interface BlockPlan {
  readonly plan: ProcessPlan;
  /** Start data: what the conditions of the plan read. */
  readonly data: Readonly<Record<string, Json>>;
}

interface Ends {
  readonly entry: string;
  readonly exit: string;
}

/** Writes a block as BPMN: gateways in pairs, scopes as sub-processes, guards as boundary events. */
export const planOfBlock = (block: Block): BlockPlan => {
  const writer = new BlockWriter();
  const { entry, exit } = writer.write(block, {});
  const nodes = [start(), ...writer.nodes, end()];
  return {
    plan: planOf(nodes, [`start > ${entry}`, ...writer.flows, `${exit} > end`]),
    data: writer.data,
  };
};

type Inside = { readonly parent?: string };

class BlockWriter {
  readonly nodes: NodeSketch[] = [];
  readonly flows: string[] = [];
  readonly data: Record<string, Json> = {};

  write(block: Block, inside: Inside): Ends {
    if (isLeaf(block)) return this.leaf(block, inside);
    const { id } = block;
    switch (block.kind) {
      case 'sequence':
        return this.chain(block.parts.map((part) => this.write(part, inside)));
      case 'choice':
        this.data[`c_${id}`] = block.taken;
        return this.paired(block.parts, 'exclusive', id, inside, (i) =>
          i === block.parts.length - 1 ? ' : default' : ` : c_${id} = ${i}`,
        );
      case 'all':
        return this.paired(block.parts, 'parallel', id, inside, () => '');
      case 'some':
        block.parts.forEach((_, i) => (this.data[`c_${id}_${i}`] = block.taken[i] === true));
        // The default needs no condition: it is taken where no other way is.
        if (block.taken[0] === true) {
          return this.paired(block.parts, 'inclusive', id, inside, (i) => ` : c_${id}_${i}`);
        }
        return this.paired(block.parts, 'inclusive', id, inside, (i) =>
          i === 0 ? ' : default' : ` : c_${id}_${i}`,
        );
      case 'loop':
        return this.loop(block, inside);
      case 'scope':
        return this.scope(id, inside, (within) => {
          const { entry, exit } = this.write(block.parts[0], within);
          this.nodes.push(end(`${id}_end`, within));
          this.flows.push(`${exit} > ${id}_end`);
          return entry;
        });
      case 'race':
        return this.scope(id, inside, (within) => {
          this.nodes.push(gateway(`${id}_split`, 'parallel', within.parent));
          block.parts.forEach((part, i) => {
            const { entry, exit } = this.write(part, within);
            this.nodes.push(end(`${id}_end_${i}`, { ...within, result: { kind: 'terminate' } }));
            this.flows.push(`${id}_split > ${entry}`, `${exit} > ${id}_end_${i}`);
          });
          return `${id}_split`;
        });
      case 'each': {
        const { count, sequential } = block;
        const loop = { kind: 'multi', sequential, cardinality: String(count), behavior: 'all' } as const;
        return this.scope(
          id,
          inside,
          (within) => {
            const { entry, exit } = this.write(block.parts[0], within);
            this.nodes.push(end(`${id}_end`, within));
            this.flows.push(`${exit} > ${id}_end`);
            return entry;
          },
          { loop },
        );
      }
      case 'first':
        return this.first(block, inside);
      case 'failing': {
        this.scope(id, inside, (within) => {
          const { entry, exit } = this.write(block.parts[0], within);
          this.nodes.push(end(`${id}_end`, { ...within, result: { kind: 'error', code: id } }));
          this.flows.push(`${exit} > ${id}_end`);
          return entry;
        });
        this.nodes.push(boundary(`${id}_b`, id, { ...inside, trigger: { kind: 'error', code: id } }));
        const handler = this.write(block.parts[1], inside);
        this.flows.push(`${id}_b > ${handler.entry}`);
        return { entry: id, exit: handler.exit };
      }
      case 'guarded':
        return this.guarded(block, inside);
    }
  }

  private leaf({ kind, id }: Leaf, inside: Inside): Ends {
    const more = { ...inside, outputs: [{ target: `n_${id}`, expression: `n_${id} + 1` }] };
    const make = { task: user, service, receive, timer: timerCatch }[kind];
    this.nodes.push(make(id, more));
    return { entry: id, exit: id };
  }

  private chain(parts: readonly Ends[]): Ends {
    parts.slice(1).forEach((part, i) => this.flows.push(`${parts[i]?.exit} > ${part.entry}`));
    return { entry: parts[0]?.entry ?? '', exit: parts.at(-1)?.exit ?? '' };
  }

  private paired(
    parts: readonly Block[],
    sort: 'exclusive' | 'parallel' | 'inclusive',
    id: string,
    inside: Inside,
    condition: (i: number) => string,
  ): Ends {
    this.nodes.push(gateway(`${id}_split`, sort, inside.parent), gateway(`${id}_join`, sort, inside.parent));
    parts.forEach((part, i) => {
      const { entry, exit } = this.write(part, inside);
      this.flows.push(`${id}_split > ${entry}${condition(i)}`, `${exit} > ${id}_join`);
    });
    return { entry: `${id}_split`, exit: `${id}_join` };
  }

  private loop({ id, parts, rounds }: Extract<Block, { kind: 'loop' }>, inside: Inside): Ends {
    const count = (expression: string) => ({ ...inside, outputs: [{ target: `r_${id}`, expression }] });
    this.nodes.push(
      throwing(`${id}_zero`, count('0')),
      gateway(`${id}_join`, 'exclusive', inside.parent),
      throwing(`${id}_count`, count(`r_${id} + 1`)),
      gateway(`${id}_split`, 'exclusive', inside.parent),
      throwing(`${id}_out`, inside),
    );
    const body = this.write(parts[0], inside);
    this.flows.push(
      `${id}_zero > ${id}_join`,
      `${id}_join > ${body.entry}`,
      `${body.exit} > ${id}_count`,
      `${id}_count > ${id}_split`,
      `${id}_split > ${id}_join : r_${id} < ${rounds}`,
      `${id}_split > ${id}_out : default`,
    );
    return { entry: `${id}_zero`, exit: `${id}_out` };
  }

  private first({ id, parts }: Extract<Block, { kind: 'first' }>, inside: Inside): Ends {
    const [left, right, afterLeft, afterRight] = parts;
    this.nodes.push(
      { id: `${id}_gate`, type: 'eventBasedGateway', ...inside },
      gateway(`${id}_join`, 'exclusive', inside.parent),
    );
    for (const [event, after] of [
      [left, afterLeft],
      [right, afterRight],
    ] as const) {
      this.leaf(event, inside);
      const { entry, exit } = this.write(after, inside);
      this.flows.push(`${id}_gate > ${event.id}`, `${event.id} > ${entry}`, `${exit} > ${id}_join`);
    }
    return { entry: `${id}_gate`, exit: `${id}_join` };
  }

  private scope(
    id: string,
    inside: Inside,
    fill: (within: { parent: string }) => string,
    more: { readonly loop?: LoopDefinition } = {},
  ): Ends {
    const within = { parent: id };
    this.nodes.push(
      subProcess(id, { ...inside, ...more, inputs: [{ target: `i_${id}`, expression: 'true' }] }),
      start(`${id}_start`, within),
    );
    this.flows.push(`${id}_start > ${fill(within)}`);
    return { entry: id, exit: id };
  }

  private guarded(
    { id, parts, interrupting, armed }: Extract<Block, { kind: 'guarded' }>,
    inside: Inside,
  ): Ends {
    this.data[`c_${id}`] = armed;
    const host = this.write(parts[0], inside);
    const handler = this.write(parts[1], inside);
    this.nodes.push(boundary(`${id}_b`, host.entry, { ...inside, interrupting, when: `c_${id}` }));
    this.flows.push(`${id}_b > ${handler.entry}`);
    if (!interrupting) {
      this.nodes.push(end(`${id}_end`, inside));
      this.flows.push(`${handler.exit} > ${id}_end`);
      return host;
    }
    this.nodes.push(gateway(`${id}_join`, 'exclusive', inside.parent));
    this.flows.push(`${host.exit} > ${id}_join`, `${handler.exit} > ${id}_join`);
    return { entry: host.entry, exit: `${id}_join` };
  }
}
