import type { Json, JsonObject } from '@lianban/kernel';
import { type PlanIndex, indexOf } from '../../plan/plan-index.js';
import type { Assignment, PlanNode } from '../../plan/plan-node.js';
import type { ProcessPlan } from '../../plan/process-plan.js';
import { reachesOtherCases } from '../../plan/reaches-other-cases.js';
import type {
  BufferedMessage,
  CaseData,
  CaseState,
  CompensationRun,
  Scope,
  TakeBack,
  Token,
  Wait,
} from '../../state/case-state.js';
import type { Effect } from '../effect.js';
import type { StepContext } from '../step-context.js';
import { ExpressionFailure, failure } from './expression-failure.js';
import { Journal } from './journal.js';
import { ScopeStore } from './scope-store.js';
import { TokenStore } from './token-store.js';
import { type Place, assignAt, variablesAt } from './variables.js';
import { WaitStore } from './wait-store.js';
import type { LocalVariables, Work } from './work.js';

/** The working copy of one step: the state taken apart, what is still to do, and the effects so far. */
export class Machine {
  readonly index: PlanIndex;
  readonly journal = new Journal();
  readonly tokens: TokenStore;
  readonly scopes: ScopeStore;
  readonly waits: WaitStore;
  buffer: readonly BufferedMessage[];
  compensations: readonly CompensationRun[];
  milestones: Readonly<Record<string, string>>;
  suspended: CaseState['suspended'];
  takeBacks: readonly TakeBack[];
  outcome: string | undefined;
  ended: CaseState['ended'];
  /** A terminate end event of the process itself was reached. */
  terminated = false;
  data: CaseData;
  /** Data changed since conditions were last judged. */
  changed = false;
  effects: Effect[] = [];
  /** Visits that instances of loops are good for, beyond the budget. */
  granted = 0;
  /** The last is taken first. */
  private readonly stack: Work[] = [];
  private readonly deferred: Work[] = [];
  private counter: number;

  constructor(
    plan: ProcessPlan,
    state: CaseState,
    data: CaseData,
    readonly context: StepContext,
  ) {
    this.index = indexOf(plan);
    this.tokens = new TokenStore(state.tokens, this.journal);
    this.scopes = new ScopeStore(state.scopes, this.journal);
    this.waits = new WaitStore(state.waits, this.journal);
    this.buffer = state.buffer;
    this.compensations = state.compensations ?? [];
    this.milestones = state.milestones;
    this.suspended = state.suspended;
    this.takeBacks = state.takeBacks ?? [];
    this.outcome = state.outcome;
    this.ended = state.ended;
    this.data = data;
    this.counter = state.counter;
  }

  nextId(letter: 's' | 't' | 'w' | 'u' | 'm'): string {
    this.counter += 1;
    return `${letter}${this.counter}`;
  }

  /** Work to be done before all that is left so far, in this order. */
  next(...work: readonly Work[]): void {
    for (let i = work.length - 1; i >= 0; i -= 1) {
      const piece = work[i];
      if (piece) this.stack.push(piece);
    }
  }

  /** Work to be done when all else on the move has come to rest. */
  later(work: Work): void {
    this.deferred.push(work);
  }

  /** Whether a token has not come to its node yet. */
  isOnItsWay(token: string): boolean {
    return this.stack.some((work) => work.kind === 'enter' && work.token === token);
  }

  takeWork(): Work | undefined {
    return this.stack.pop() ?? this.deferred.shift();
  }

  /**
   * Does something whole or not at all: where it throws, the state, the data, the effects and the work are as they
   * were before. What observers were told stays told.
   */
  atomically(act: () => void): ExpressionFailure | undefined {
    const { data, milestones, outcome, buffer, compensations, terminated, changed } = this;
    const effects = this.effects.length;
    const work = this.stack.length;
    const deferred = this.deferred.length;
    this.journal.begin();
    try {
      act();
      return undefined;
    } catch (error) {
      if (!(error instanceof ExpressionFailure)) throw error;
      this.journal.revert();
      Object.assign(this, { data, milestones, outcome, buffer, compensations, terminated, changed });
      this.effects.length = effects;
      this.stack.length = work;
      this.deferred.length = deferred;
      return error;
    }
  }

  nodeOf(token: Token): PlanNode {
    return this.index.node(token.node);
  }

  scopeOf(id: string): Scope {
    const scope = this.scopes.get(id);
    if (!scope) throw new Error(`There is no scope ${id}.`);
    return scope;
  }

  emit(effect: Effect): void {
    this.effects.push(effect);
    this.context.onEffect?.(effect);
  }

  observe(
    kind: 'entered' | 'left' | 'cancelled' | 'taken' | 'happened',
    element: string,
    token: Token,
  ): void {
    this.context.observe?.({ kind, element, scope: token.scope, token: token.id });
  }

  createToken(node: string, scope: string, more: Partial<Omit<Token, 'id' | 'node' | 'scope'>> = {}): Token {
    return this.tokens.set({ id: this.nextId('t'), node, scope, ...more });
  }

  openScope(scope: Omit<Scope, 'id'>): Scope {
    return this.reopenScope({ id: this.nextId('s'), ...scope });
  }

  /** The same scope again, under its old id: what was noted of it is still its own. */
  reopenScope(scope: Scope): Scope {
    const opened = this.scopes.set(scope);
    this.context.observe?.({
      kind: 'scope-opened',
      scope: opened.id,
      ...(scope.parent === undefined ? {} : { parent: scope.parent }),
      ...(scope.node === undefined ? {} : { element: scope.node }),
    });
    return opened;
  }

  closeScope(scope: Scope): void {
    this.scopes.delete(scope.id);
    this.context.observe?.({
      kind: 'scope-closed',
      scope: scope.id,
      ...(scope.parent === undefined ? {} : { parent: scope.parent }),
      ...(scope.node === undefined ? {} : { element: scope.node }),
    });
  }

  /** One of the instances of a loop, as it stands in the body of the loop. */
  isInstance(token: Token): boolean {
    return token.instance !== undefined && this.scopes.get(token.scope)?.loop !== undefined;
  }

  openWait(wait: Omit<Wait, 'id'>): Wait {
    return this.waits.set({ id: this.nextId('w'), ...wait });
  }

  closeWait(wait: Wait): void {
    if (!this.waits.delete(wait.id)) return;
    if (this.isToldOf(wait)) this.emit({ kind: 'wait-closed', wait: wait.id });
  }

  /** Conditions, and signals that stay inside their case, are nobody's business but its own. */
  private isToldOf({ kind, name = '' }: Wait): boolean {
    if (kind === 'signal') return reachesOtherCases(this.index.plan, name);
    return kind !== 'condition';
  }

  /** Closes what is armed for a token, or for a scope. */
  closeWaitsOf(owner: string): void {
    for (const wait of this.waits.of(owner)) this.closeWait(wait);
  }

  evaluate(expression: string, place: Place, locals: LocalVariables = {}): Json {
    const result = this.context.evaluate(expression, variablesAt(this, place, locals));
    if (!result.ok) throw new ExpressionFailure(result.error);
    return result.value;
  }

  /** A condition is true only where it is exactly true; null (something absent) is false, other values are errors. */
  isTrue(expression: string, place: Place, locals: LocalVariables = {}): boolean {
    const value = this.evaluate(expression, place, locals);
    if (value === true) return true;
    if (value === false || value === null) return false;
    throw failure('EXPRESSIONS.NOT_BOOLEAN', 'A condition must be true or false.', { expression });
  }

  values(assignments: readonly Assignment[], place: Place, locals: LocalVariables = {}): JsonObject {
    if (assignments.length === 0) return {};
    const values: Record<string, Json> = {};
    for (const { target, expression } of assignments)
      values[target] = this.evaluate(expression, place, locals);
    return values;
  }

  /** Sets each by name: the nearest variable of that name, else case data. */
  put(values: JsonObject, place: Place): void {
    for (const [name, value] of Object.entries(values)) assignAt(this, place, name, value);
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
      ...(this.compensations.length === 0 ? {} : { compensations: this.compensations }),
      ...(this.suspended === undefined ? {} : { suspended: this.suspended }),
      ...(this.takeBacks.length === 0 || this.ended ? {} : { takeBacks: this.takeBacks }),
      ...(this.outcome === undefined ? {} : { outcome: this.outcome }),
      ...(this.ended === undefined ? {} : { ended: this.ended }),
    };
  }
}
