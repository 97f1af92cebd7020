import type { AppError, Json, JsonObject } from '@lianban/kernel';
import type { ProcessPlan } from '../plan/process-plan.js';
import type { CaseData, CaseState } from '../state/case-state.js';
import { initialState } from '../state/initial-state.js';
import type { Effect } from '../step/effect.js';
import { step } from '../step/step.js';
import type { StepContext } from '../step/step-context.js';
import type { ServiceResult, Stimulus } from '../step/stimulus.js';
import { plainEvaluate } from './plain-evaluator.js';

type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** A case that a spec moves by the names of its nodes; keeps the effects of the last stimulus and of all. */
export class CaseRun {
  state: CaseState = initialState();
  data: CaseData = {};
  last: readonly Effect[] = [];
  readonly all: Effect[] = [];
  now = '2026-03-02T08:30:00+08:00';

  constructor(
    readonly plan: ProcessPlan,
    public evaluate: StepContext['evaluate'] = plainEvaluate,
    private readonly more: Partial<StepContext> = {},
  ) {}

  /** The refusal, or undefined where the stimulus was applied. */
  apply(stimulus: Stimulus): AppError | undefined {
    const { now, evaluate } = this;
    const context = { caseId: 'case-1', now, evaluate, ...this.more };
    const result = step(this.plan, this.state, this.data, stimulus, context);
    if (!result.ok) return result.error;
    this.state = result.value.state;
    this.data = result.value.data;
    this.last = result.value.effects;
    this.all.push(...result.value.effects);
    return undefined;
  }

  start(data: JsonObject = {}, startEvent = 'start', event?: Json): this {
    this.applied({ kind: 'start', startEvent, data, ...(event === undefined ? {} : { event }) });
    return this;
  }

  complete(node: string, outcome?: string, data: JsonObject = {}): this {
    const task = this.tokenAt(node);
    this.applied({ kind: 'complete-task', task, data, ...(outcome === undefined ? {} : { outcome }) });
    return this;
  }

  message(message: string, event: Json = { id: message }): this {
    this.applied({ kind: 'message', message, event });
    return this;
  }

  signal(signal: string, event: Json = null): this {
    this.applied({ kind: 'signal', signal, event });
    return this;
  }

  /** A person with the right to it does something to the case. */
  command(command: Stimulus): this {
    this.applied(command);
    return this;
  }

  /** Fires the timer of a catch or boundary event. */
  fire(node: string): this {
    this.applied({ kind: 'timer', wait: this.waitAt(node) });
    return this;
  }

  serve(node: string, result: ServiceResult = { kind: 'done', data: {} }): this {
    this.applied({ kind: 'service-result', token: this.tokenAt(node), result });
    return this;
  }

  retry(node: string): this {
    this.applied({ kind: 'retry-incident', token: this.tokenAt(node) });
    return this;
  }

  tokenAt(node: string): string {
    const there = this.state.tokens.filter((candidate) => candidate.node === node);
    // Of an activity with instances one of them is meant, not what holds them.
    const token = there.find(({ holds }) => holds === undefined) ?? there[0];
    if (!token) throw new Error(`No token stands at ${node}, but at ${this.places.join(', ')}.`);
    return token.id;
  }

  waitAt(node: string): string {
    const wait = this.state.waits.find((candidate) => candidate.node === node);
    if (!wait) throw new Error(`Nothing is armed at ${node}.`);
    return wait.id;
  }

  /** Nodes that hold a token, sorted. */
  get places(): readonly string[] {
    return this.state.tokens.map((token) => token.node).toSorted();
  }

  /** Nodes with something armed, sorted. */
  get armed(): readonly string[] {
    return this.state.waits.map((wait) => wait.node).toSorted();
  }

  effects<K extends Effect['kind']>(kind: K): readonly EffectOf<K>[] {
    return this.last.filter((effect): effect is EffectOf<K> => effect.kind === kind);
  }

  allOf<K extends Effect['kind']>(kind: K): readonly EffectOf<K>[] {
    return this.all.filter((effect): effect is EffectOf<K> => effect.kind === kind);
  }

  private applied(stimulus: Stimulus): void {
    const refusal = this.apply(stimulus);
    if (refusal) throw new Error(`${stimulus.kind} was refused: ${refusal.code} ${refusal.message}`);
  }
}
