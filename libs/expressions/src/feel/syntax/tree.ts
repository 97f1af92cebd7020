import type { Place } from '../problem.js';
import type { FeelType } from '../types/feel-type.js';
import type { FeelFunction, FeelParameter, FeelValue } from '../values/feel-value.js';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** What every node says of itself. */
export interface NodeBase {
  readonly place: Place;
  /** What it answers, as far as that is known without data. */
  readonly type: FeelType;
  /** Levels of nodes below and with this one: guards the stack. */
  readonly depth: number;
}

/** A name, found while it was read. Counts are levels of the environment between here and there. */
export interface NameNode extends NodeBase {
  readonly kind: 'name';
  readonly name: string;
  /** Filtered items on the way out, whose entries hide what is further out. */
  readonly items: readonly number[];
  readonly local: number | undefined;
  readonly builtIn: FeelFunction | undefined;
  /** Whether the variables may hold it. */
  readonly variable: boolean;
}

export interface Iterator {
  readonly name: string;
  readonly domain: Node;
  /** Set for `for i in 1..10`: counted up or down, one by one. */
  readonly to: Node | undefined;
}

interface RangeNode extends NodeBase {
  readonly kind: 'range';
  readonly low: Node | null;
  readonly lowIncluded: boolean;
  readonly high: Node | null;
  readonly highIncluded: boolean;
}

/** What stands on the right of `in` and in the cells of a table. */
export type Test =
  | { readonly kind: 'compared'; readonly operator: ComparisonOperator; readonly operand: Node }
  /** `reads` tells whether the expression reads the tested value as `?`. */
  | { readonly kind: 'expression'; readonly expression: Node; readonly reads: boolean };

export type Node =
  | (NodeBase & { readonly kind: 'literal'; readonly value: FeelValue })
  | NameNode
  | (NodeBase & { readonly kind: 'path'; readonly target: Node; readonly name: string })
  | (NodeBase & { readonly kind: 'filter'; readonly target: Node; readonly condition: Node })
  | (NodeBase & { readonly kind: 'negation'; readonly operand: Node })
  | (NodeBase & {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Node;
      readonly right: Node;
    })
  | (NodeBase & {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Node;
      readonly right: Node;
    })
  | (NodeBase & { readonly kind: 'between'; readonly value: Node; readonly low: Node; readonly high: Node })
  | (NodeBase & { readonly kind: 'in'; readonly value: Node; readonly tests: readonly Test[] })
  | (NodeBase & { readonly kind: 'and' | 'or'; readonly left: Node; readonly right: Node })
  | (NodeBase & {
      readonly kind: 'if';
      readonly condition: Node;
      readonly consequence: Node;
      readonly otherwise: Node;
    })
  | (NodeBase & {
      readonly kind: 'for';
      readonly iterators: readonly Iterator[];
      readonly body: Node;
      readonly readsPartial: boolean;
    })
  | (NodeBase & {
      readonly kind: 'some' | 'every';
      readonly iterators: readonly Iterator[];
      readonly condition: Node;
    })
  | (NodeBase & { readonly kind: 'list'; readonly items: readonly Node[] })
  | (NodeBase & {
      readonly kind: 'context';
      readonly entries: readonly { readonly key: string; readonly value: Node }[];
    })
  | (NodeBase & {
      readonly kind: 'function';
      readonly parameters: readonly FeelParameter[];
      readonly body: Node;
    })
  | (NodeBase & {
      readonly kind: 'call';
      readonly callee: Node;
      readonly args: readonly Node[];
      /** The names of the arguments, where they are given by name. */
      readonly names: readonly string[] | undefined;
    })
  | (NodeBase & { readonly kind: 'instance of'; readonly value: Node; readonly of: FeelType | undefined })
  | RangeNode;

/** What a kind of node has of its own. */
export type NodeOf<K extends Node['kind'], N extends Node = Node> = N extends { readonly kind: infer Kinds }
  ? K extends Kinds
    ? N
    : never
  : never;

export interface UnaryTests {
  /** `not(…)` around all of them. */
  readonly negated: boolean;
  /** Empty for `-`, which is true for any value. */
  readonly tests: readonly Test[];
  readonly depth: number;
}
