import type { AppError, Json, JsonObject } from '@lianban/kernel';
import { type PlanIndex, indexOf } from '../plan/plan-index.js';
import type { Assignment, PlanNode } from '../plan/plan-node.js';
import type { ProcessPlan } from '../plan/process-plan.js';
import type { BufferedMessage, CaseData, CaseState, Scope, Token, Wait } from '../state/case-state.js';
import type { Effect } from './effect.js';
import type { StepContext } from './step-context.js';

/** Names an expression may read besides case data, for the node it stands on. */
export type LocalVariables = Readonly<Record<string, unknown>>;

/** One thing left to do within a step. Work is taken in order, so that effects come in causal order. */
export type Work =
  | { readonly kind: 'enter'; readonly token: Token; readonly node: string; readonly via?: string }
  | { readonly kind: 'leave'; readonly token: Token; readonly locals: LocalVariables }
  | { readonly kind: 'request'; readonly token: Token }
  | { readonly kind: 'settle-scope'; readonly scope: string };

/** Thrown inside a step when an expression fails; becomes an incident on the element, never leaves the reducer. */
export class ExpressionFailure extends Error {
  constructor(readonly error: AppError) {
    super(error.message);
  }
}

/** The working copy of one step: the state taken apart, what is still to do, and the effects so far. */
export class Machine {
  readonly index: PlanIndex;
  readonly tokens = new Map<string, Token>();
  readonly scopes = new Map<string, Scope>();
  readonly waits = new Map<string, Wait>();
  buffer: readonly BufferedMessage[];
  milestones: Readonly<Record<string, string>>;
  outcome: string | undefined;
  ended: CaseState['ended'];
  /** A terminate end event of the process itself was reached. */
  terminated = false;
  data: CaseData;
  effects: Effect[] = [];
  readonly work: Work[] = [];
  private counter: number;

  constructor(
    plan: ProcessPlan,
    state: CaseState,
    data: CaseData,
    readonly context: StepContext,
  ) {
    this.index = indexOf(plan);
    for (const token of state.tokens) this.tokens.set(token.id, token);
    for (const scope of state.scopes) this.scopes.set(scope.id, scope);
    for (const wait of state.waits) this.waits.set(wait.id, wait);
    this.buffer = state.buffer;
    this.milestones = state.milestones;
    this.outcome = state.outcome;
    this.ended = state.ended;
    this.data = data;
    this.counter = state.counter;
  }

  nextId(letter: 's' | 't' | 'w'): string {
    this.counter += 1;
    return `${letter}${this.counter}`;
  }

  nodeOf(token: Token): PlanNode {
    return this.index.node(token.node);
  }

  emit(effect: Effect): void {
    this.effects.push(effect);
  }

  createToken(node: string, scope: string): Token {
    const token: Token = { id: this.nextId('t'), node, scope };
    this.tokens.set(token.id, token);
    return token;
  }

  /** Tokens are values: a changed one takes the place of the old under the same id. */
  replace(token: Token): Token {
    this.tokens.set(token.id, token);
    return token;
  }

  openWait(wait: Omit<Wait, 'id'>): Wait {
    const opened: Wait = { id: this.nextId('w'), ...wait };
    this.waits.set(opened.id, opened);
    return opened;
  }

  closeWaitsOf(token: string): void {
    for (const wait of this.waits.values()) {
      if (wait.token !== token) continue;
      this.waits.delete(wait.id);
      this.emit({ kind: 'wait-closed', wait: wait.id });
    }
  }

  evaluate(expression: string, locals: LocalVariables): Json {
    const result = this.context.evaluate(expression, {
      ...this.data,
      milestones: this.milestones,
      now: this.context.now,
      ...locals,
    });
    if (!result.ok) throw new ExpressionFailure(result.error);
    return result.value;
  }

  /** A condition is true only where it is exactly true; null (something absent) is false, other values are errors. */
  isTrue(expression: string, locals: LocalVariables): boolean {
    const value = this.evaluate(expression, locals);
    if (value === true) return true;
    if (value === false || value === null) return false;
    throw new ExpressionFailure({
      kind: 'invalid',
      code: 'EXPRESSIONS.NOT_BOOLEAN',
      message: 'A condition must be true or false.',
      details: { expression },
    });
  }

  assign(assignments: readonly Assignment[], locals: LocalVariables): JsonObject {
    const values: Record<string, Json> = {};
    for (const { target, expression } of assignments) values[target] = this.evaluate(expression, locals);
    return values;
  }

  put(values: JsonObject): void {
    this.data = { ...this.data, ...values };
  }

  toState(): CaseState {
    return {
      format: 1,
      counter: this.counter,
      tokens: [...this.tokens.values()],
      scopes: [...this.scopes.values()],
      waits: [...this.waits.values()],
      buffer: this.buffer,
      milestones: this.milestones,
      ...(this.outcome === undefined ? {} : { outcome: this.outcome }),
      ...(this.ended === undefined ? {} : { ended: this.ended }),
    };
  }
}
