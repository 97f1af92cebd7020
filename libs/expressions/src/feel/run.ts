import type { FeelDateTime } from './values/feel-date-time.js';
import type { FeelProblem, Place } from './problem.js';

/** Thrown where an evaluation has used up what it may cost. It is repeatable: the same text and data end at the same point. */
export class BudgetExhausted extends Error {
  readonly code = 'EXPRESSIONS.BUDGET';

  constructor(readonly kind: 'operations' | 'depth') {
    super(
      kind === 'depth'
        ? 'The evaluation is nested too deeply.'
        : 'The evaluation takes more steps than it may.',
    );
    this.name = 'BudgetExhausted';
  }
}

export interface RunLimits {
  /** Operations: visited nodes, list items, characters built, steps of a regular expression. One is about 20 ns. */
  readonly operations?: number;
  /** Levels of nesting: of syntax times calls, and of values where they are walked. Guards the stack. */
  readonly depth?: number;
  /** What `now()` and `today()` answer, asked when they are called; without it they are null with a diagnostic. */
  readonly now?: FeelDateTime | (() => FeelDateTime | undefined);
}

/** A million operations end within 200 ms even where each of them is a slow one. */
const OPERATIONS = 1_000_000;
const DEPTH = 1_200;
const KEPT_DIAGNOSTICS = 50;

/** The meter and the diagnostics of one evaluation. One run may span several expressions, as one DMN decision does. */
export class Run {
  readonly diagnostics: FeelProblem[] = [];
  private readonly clock: RunLimits['now'];
  private readonly codes = new Set<string>();
  private left: number;
  private levels: number;
  private readonly operations: number;

  constructor(limits: RunLimits = {}) {
    this.operations = limits.operations ?? OPERATIONS;
    this.left = this.operations;
    this.levels = limits.depth ?? DEPTH;
    this.clock = limits.now;
  }

  /** Operations spent so far. */
  get spent(): number {
    return this.operations - this.left;
  }

  get now(): FeelDateTime | undefined {
    return typeof this.clock === 'function' ? this.clock() : this.clock;
  }

  /** Pays for work, before it is done. */
  spend(operations: number): void {
    if ((this.left -= operations) < 0) this.exhausted();
  }

  /** Pays for a string of this length that is about to be built. */
  spendText(length: number): void {
    this.spend(1 + (length >>> 3));
  }

  enter(levels = 1): void {
    if ((this.levels -= levels) < 0) {
      this.levels += levels;
      throw new BudgetExhausted('depth');
    }
  }

  leave(levels = 1): void {
    this.levels += levels;
  }

  /** Records why a value became null. A loop could make millions: the first ones are kept, and the first of each code. */
  warn(code: string, message: string, place?: Place): null {
    if (this.diagnostics.length < KEPT_DIAGNOSTICS || !this.codes.has(code)) {
      this.codes.add(code);
      this.diagnostics.push(place === undefined ? { code, message } : { code, message, place });
    }
    return null;
  }

  private exhausted(): never {
    this.left = 0;
    throw new BudgetExhausted('operations');
  }
}
