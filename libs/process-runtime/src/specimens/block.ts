import * as fc from 'fast-check';

type LeafKind = 'task' | 'service' | 'receive' | 'timer';
export interface Leaf {
  readonly kind: LeafKind;
  readonly id: string;
}

/** A block-structured process: every block has one way in and one way out and waits at least once inside. */
export type Block =
  | Leaf
  | { readonly kind: 'sequence'; readonly id: string; readonly parts: readonly Block[] }
  | { readonly kind: 'choice'; readonly id: string; readonly parts: readonly Block[]; readonly taken: number }
  | { readonly kind: 'all'; readonly id: string; readonly parts: readonly Block[] }
  /** Some of the ways, at least the first. */
  | {
      readonly kind: 'some';
      readonly id: string;
      readonly parts: readonly Block[];
      readonly taken: readonly boolean[];
    }
  | { readonly kind: 'loop'; readonly id: string; readonly parts: readonly [Block]; readonly rounds: number }
  | { readonly kind: 'scope'; readonly id: string; readonly parts: readonly [Block] }
  /** A sub-process that the first of its branches ends for all. */
  | { readonly kind: 'race'; readonly id: string; readonly parts: readonly Block[] }
  /** Several instances of a sub-process; of leaves only, because nobody can tell one instance from another. */
  | {
      readonly kind: 'each';
      readonly id: string;
      readonly parts: readonly [Block];
      readonly count: number;
      readonly sequential: boolean;
    }
  /** Two events of which the first decides how it goes on. */
  | { readonly kind: 'first'; readonly id: string; readonly parts: readonly [Leaf, Leaf, Block, Block] }
  /** A sub-process that ends with an error, then what is done about it. */
  | { readonly kind: 'failing'; readonly id: string; readonly parts: readonly [Block, Block] }
  | Guarded;

/** An activity with a timer on it, and what is done when it fires. */
interface Guarded {
  readonly kind: 'guarded';
  readonly id: string;
  /** The activity, then the path of the timer: leaves only, because several of it may run at once. */
  readonly parts: readonly [Block, Block];
  readonly interrupting: boolean;
  readonly armed: boolean;
}

export const isLeaf = (block: Block): block is Leaf => !('parts' in block);

const id = fc.constant('');
const leaf = fc.record({ kind: fc.constantFrom<LeafKind>('task', 'service', 'receive', 'timer'), id });
const activity = fc.record({ kind: fc.constantFrom<LeafKind>('task', 'service', 'receive'), id });
const event = fc.record({ kind: fc.constantFrom<LeafKind>('receive', 'timer'), id });
const leaves = fc.record({
  kind: fc.constant('sequence' as const),
  id,
  parts: fc.array(leaf, { minLength: 1, maxLength: 2 }),
});

const { block } = fc.letrec<{ block: Block }>((tie) => {
  const inner = tie('block');
  const branches = fc.array(inner, { minLength: 2, maxLength: 3 });
  const scope = fc.record({ kind: fc.constant('scope' as const), id, parts: fc.tuple(inner) });
  return {
    block: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 3, arbitrary: leaf },
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('sequence' as const), id, parts: branches }),
      },
      fc.record({ kind: fc.constant('choice' as const), id, parts: branches, taken: fc.nat(1) }),
      fc.record({ kind: fc.constant('all' as const), id, parts: branches }),
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('some' as const),
          id,
          parts: branches,
          taken: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        }),
      },
      fc.record({
        kind: fc.constant('loop' as const),
        id,
        parts: fc.tuple(inner),
        rounds: fc.integer({ min: 1, max: 2 }),
      }),
      scope,
      fc.record({ kind: fc.constant('race' as const), id, parts: branches }),
      fc.record({
        kind: fc.constant('each' as const),
        id,
        parts: fc.tuple(leaves),
        count: fc.integer({ min: 1, max: 3 }),
        sequential: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('first' as const),
        id,
        parts: fc.tuple(event, event, inner, inner),
      }),
      fc.record({ kind: fc.constant('failing' as const), id, parts: fc.tuple(inner, inner) }),
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('guarded' as const),
          id,
          parts: fc.tuple(fc.oneof(activity, scope), leaves),
          interrupting: fc.boolean(),
          armed: fc.boolean(),
        }),
      },
    ),
  };
});

/** Ids are the paths from the outermost block. */
const numbered = (shape: Block, path: string): Block =>
  isLeaf(shape)
    ? { ...shape, id: path }
    : ({ ...shape, id: path, parts: shape.parts.map((part, i) => numbered(part, `${path}${i}`)) } as Block);

export const blocks: fc.Arbitrary<Block> = block.map((shape) => numbered(shape, 'b'));

/** Which ways of a `some` block are taken: the first is the default. */
export const takenOf = (some: Extract<Block, { kind: 'some' }>): readonly boolean[] => {
  const chosen = some.parts.map((_, i) => some.taken[i] === true);
  return chosen.includes(true) ? chosen : chosen.map((_, i) => i === 0);
};
