import { evaluate as feelEvaluate, type parseExpression as feelParse } from 'feelin';
import { EXPRESSION_LIMITS, REFUSED_FUNCTIONS } from './expression-limits.js';

type Tree = ReturnType<typeof feelParse>;
type NodeRef = Parameters<NonNullable<Parameters<Tree['iterate']>[0]['enter']>>[0];

export interface BoundsProblem {
  readonly code: string;
  readonly message: string;
  readonly position?: number;
}

/** Walks the syntax tree once and keeps the first reason why an expression could cost without bound. */
export class BoundsProof {
  readonly names = new Set<string>();
  problem: BoundsProblem | undefined;
  private nodes = 0;
  private depth = 0;
  /** For each context literal we are inside of, the keys of its entries so far. */
  private readonly contexts: Set<string>[] = [];

  constructor(private readonly text: string) {}

  /** False where the walk need not go deeper. */
  enter(node: NodeRef): boolean {
    if (this.problem) return false;
    this.nodes += 1;
    if (this.nodes > EXPRESSION_LIMITS.nodes) {
      this.refuse('TOO_LARGE', 'The expression is too large.');
    } else if (node.type.isError) {
      const near = this.text.slice(node.from, node.from + 20);
      this.refuse('SYNTAX', `The expression cannot be read near "${near}".`, node);
    } else this.judge(node);
    return this.problem === undefined;
  }

  leave(node: NodeRef): void {
    this.depth -= iterations(node);
    if (node.name === 'Context') this.contexts.pop();
    if (node.name === 'ContextEntry') {
      const key = node.node.getChild('Key');
      if (key) this.contexts.at(-1)?.add(plainName(this.textOf(key)));
    }
  }

  private judge(node: NodeRef): void {
    this.depth += iterations(node);
    if (this.depth > EXPRESSION_LIMITS.iterationDepth) {
      this.refuse('NESTED_TOO_DEEP', 'Iterations are nested too deeply.', node);
    }
    switch (node.name) {
      case 'Context':
        this.contexts.push(new Set());
        return;
      case 'IterationContext':
        if (node.node.getChild('..')) {
          this.refuse('RANGE_ITERATION', 'Iterating over a range has no bound here.', node);
        }
        return;
      case 'Interval':
        // `x in [1..3]` compares; anywhere else a range is a value that something may iterate over.
        if (node.node.parent?.parent?.name !== 'PositiveUnaryTest') {
          this.refuse('RANGE_ITERATION', 'A range may only stand on the right of "in".', node);
        }
        return;
      case 'FunctionDefinition':
        return this.refuse('FUNCTION_DEFINITION', 'Functions cannot be defined here.', node);
      case 'VariableName':
        return this.judgeName(node);
      default:
    }
  }

  private judgeName(node: NodeRef): void {
    const name = plainName(this.textOf(node));
    this.names.add(name);
    const called = node.node.parent?.name === 'FunctionInvocation' && node.node.parent.from === node.from;
    if (called && REFUSED_FUNCTIONS.has(name)) {
      return this.refuse('FUNCTION_REFUSED', `The function ${name} is not allowed in a process.`, node);
    }
    // Data hold no functions, so that only the built-in ones can be called.
    if (called && !isBuiltIn(name)) {
      return this.refuse('UNKNOWN_FUNCTION', `There is no function ${name}.`, node);
    }
    // A function under another name could not be told from an allowed one. `now` is given by the transition.
    if (!called && name !== 'now' && isBuiltIn(name)) {
      return this.refuse('FUNCTION_AS_VALUE', `${name} is a function and can only be called.`, node);
    }
    if (this.contexts.some((keys) => keys.has(name))) {
      return this.refuse(
        'ENTRY_READS_ENTRY',
        `The entry ${name} cannot be read by another entry of the same context: values could double with each.`,
        node,
      );
    }
    if (name === 'partial' && this.depth > 0) {
      this.refuse('PARTIAL_RESULT', 'An iteration cannot read its own partial result.', node);
    }
  }

  private textOf(node: { readonly from: number; readonly to: number }): string {
    return this.text.slice(node.from, node.to);
  }

  private refuse(code: string, message: string, node?: { readonly from: number }): void {
    this.problem ??= {
      code: `EXPRESSIONS.${code}`,
      message,
      ...(node === undefined ? {} : { position: node.from }),
    };
  }
}

/** How many iterations inside one another a node begins. */
const iterations = (node: NodeRef): number => {
  if (node.name === 'FilterExpression') return 1;
  if (node.name !== 'ForExpression' && node.name !== 'QuantifiedExpression') return 0;
  return Math.max(1, node.node.getChild('InExpressions')?.getChildren('InExpression').length ?? 1);
};

const plainName = (text: string): string => text.trim().replace(/^"|"$/g, '').replace(/\s+/g, ' ');

const builtIns = new Map<string, boolean>();

/** Names come from bounded expressions, but there is no end to them: the memory starts anew now and then. */
const isBuiltIn = (name: string): boolean => {
  const known = builtIns.get(name);
  if (known !== undefined) return known;
  if (builtIns.size > 10_000) builtIns.clear();
  const found = namesFunction(name);
  builtIns.set(name, found);
  return found;
};

const namesFunction = (name: string): boolean => {
  try {
    return typeof feelEvaluate(name, {}).value === 'function';
  } catch {
    // A name with spaces that an iteration declares is no name outside of it.
    return false;
  }
};
