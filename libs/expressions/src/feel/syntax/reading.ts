import type { NameScope } from '../names.js';
import type { FeelProblem, Place } from '../problem.js';
import type { FeelType } from '../types/feel-type.js';
import { Cursor } from './cursor.js';
import type { Levels } from './levels.js';
import type { Node, NodeBase, NodeOf } from './tree.js';

/** Nesting that a text may have: of brackets while it is read, of nodes when it is evaluated. Guards the stack. */
const MAX_DEPTH = 250;

/** A node without what {@link Reading.node} finds out by itself. */
type Draft<K extends Node['kind']> = Omit<NodeOf<K>, keyof NodeBase>;

/** One text that is being read: where we are, what names mean there, what was found wrong so far. */
export class Reading {
  readonly cursor: Cursor;
  readonly problems: FeelProblem[] = [];
  /** Names that are read from the variables. */
  readonly names = new Set<string>();
  /** In the upper end of a range `[` may close it: `[1..10[`. */
  closing = false;
  private nesting = 0;

  constructor(
    text: string,
    readonly scope: NameScope,
    readonly levels: Levels,
    /** Reads a whole expression: the rules of the grammar refer to one another in circles. */
    private readonly readExpression: (reading: Reading) => Node,
    private readonly readArithmetic: (reading: Reading) => Node,
  ) {
    this.cursor = new Cursor(text);
  }

  expression(): Node {
    return this.nested(this.readExpression);
  }

  /** An operand of a comparison. */
  arithmetic(): Node {
    return this.nested(this.readArithmetic);
  }

  /** The upper end of a range, where `[` may be its closing bracket. */
  rangeEnd(): Node {
    return this.nested(this.readArithmetic, true);
  }

  nested<T>(read: (reading: Reading) => T, closing = false): T {
    this.nesting += 1;
    if (this.nesting > MAX_DEPTH) this.tooDeep();
    const outside = this.closing;
    this.closing = closing;
    const result = read(this);
    this.closing = outside;
    this.nesting -= 1;
    return result;
  }

  /** Makes a node that began at a place and ends here. */
  node<K extends Node['kind']>(
    from: number,
    type: FeelType,
    children: readonly (Node | null | undefined)[],
    draft: Draft<K>,
    /** Levels of its own, where one node nests like several. */
    levels = 1,
  ): Node {
    const depth = depthOver(children) + levels - 1;
    if (depth > MAX_DEPTH) this.tooDeep();
    return { ...draft, type, depth, place: { from, to: this.cursor.position } } as unknown as Node;
  }

  /** Notes what is wrong for certain, though it can be read. */
  report(code: string, message: string, place: Place): void {
    this.problems.push({ code: `EXPRESSIONS.${code}`, message, place });
  }

  private tooDeep(): never {
    return this.cursor.fail('The expression is nested too deeply', 'EXPRESSIONS.TOO_DEEP');
  }
}

export const depthOver = (children: readonly (Node | null | undefined)[]): number => {
  let depth = 0;
  for (const child of children) if (child && child.depth > depth) depth = child.depth;
  return depth + 1;
};
