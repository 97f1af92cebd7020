import type { Actor } from '@lianban/domain';
import { createEvaluator } from '@lianban/expressions';
import { type AppError, type Json, type Result, ok } from '@lianban/kernel';
import {
  type CaseData,
  type CaseState,
  type Effect,
  type StepContext,
  type StepResult,
  type Stimulus,
  step,
} from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import { type DecisionMade, DefinitionCatalog, type PublishedDefinition } from '../definitions/index.js';
import type { Tx } from '../transaction/index.js';
import type { LockedCase } from './case-store.port.js';
import { LocalServices } from './local-service.port.js';
import { SentEvents } from './sent-events.js';

/** Local services may call one another's way this often within one transition. */
const LOCAL_CALLS = 50;

/** Where a case has come to by one transition, and all it does besides. */
export interface Moved {
  readonly state: CaseState;
  readonly data: CaseData;
  readonly effects: readonly Effect[];
  /** Decisions of business rule tasks on the way. */
  readonly decided: readonly DecisionMade[];
}

/** One pure step: of a stimulus, or of a migration. */
export type Stepping = (
  state: CaseState,
  data: CaseData,
  context: StepContext,
) => Result<StepResult, AppError>;

/** Runs the pure reducer on a locked case, with FEEL, decisions and local services around it. */
@Injectable()
export class CaseRunner {
  private readonly evaluator = createEvaluator();

  constructor(
    private readonly definitions: DefinitionCatalog,
    private readonly services: LocalServices,
    private readonly messages: SentEvents,
  ) {}

  /** Whether the reducer would take a stimulus as the case stands: nothing is locked, stored or carried out. */
  probe(
    { plan }: PublishedDefinition,
    { id, state, data, now }: { id: string; state: CaseState; data: CaseData; now: string },
    stimulus: Stimulus,
  ): AppError | undefined {
    const result = step(plan, state, data, stimulus, this.contextOf({ id, now }));
    return result.ok ? undefined : result.error;
  }

  /** FEEL over the data of a held case; null where it has no value. */
  value(expression: string, held: LockedCase): Json {
    const result = this.evaluator.evaluate(expression, {
      ...held.data,
      milestones: held.state.milestones,
      now: held.now,
    });
    return result.ok ? result.value : null;
  }

  /** Whether FEEL holds over case data and the outcome of a step. */
  holds(expression: string, data: CaseData, outcome: string | undefined): boolean {
    const value = this.evaluator.evaluate(expression, { ...data, outcome: outcome ?? null });
    return value.ok && value.value === true;
  }

  /** Steps until the case waits for somebody outside, performing local services on the way. */
  async run(
    tx: Tx,
    held: LockedCase,
    definition: PublishedDefinition,
    first: Stepping,
    actor: Actor,
  ): Promise<Result<Moved, AppError>> {
    const decided: DecisionMade[] = [];
    const [book, judgeEvent] = await Promise.all([
      this.definitions.decisionsOf(definition),
      this.messages.judgeOf(definition),
    ]);
    const context: StepContext = {
      ...this.contextOf(held),
      ...(judgeEvent ? { judgeEvent } : {}),
      ...(book
        ? {
            decide: (decision, inputs) => book.decide(decision, inputs, (record) => decided.push(record)),
          }
        : {}),
    };
    let { state, data } = held;
    const effects: Effect[] = [];
    const steps: Stepping[] = [first];
    let calls = 0;
    for (let next = steps.shift(); next; next = steps.shift()) {
      const result = next(state, data, context);
      if (!result.ok) return result;
      ({ state, data } = result.value);
      effects.push(...result.value.effects);
      for (const effect of result.value.effects) {
        if (effect.kind !== 'service-requested' || effect.implementation.kind !== 'local') continue;
        calls += 1;
        const service = calls > LOCAL_CALLS ? undefined : this.services.find(effect.implementation.service);
        const answer = service
          ? await service.perform(tx, {
              caseId: held.id,
              caseNo: held.caseNo,
              tenant: held.tenant,
              district: held.district,
              title: held.title,
              node: effect.node,
              input: effect.input,
              data,
              now: held.now,
              actor,
            })
          : { kind: 'error' as const, code: 'CASES.SERVICE_UNKNOWN', data: {} };
        const stimulus: Stimulus = { kind: 'service-result', token: effect.token, result: answer };
        steps.push((s, d, c) => step(definition.plan, s, d, stimulus, c));
      }
    }
    return ok({ state, data, effects, decided });
  }

  private contextOf({ id, now }: Pick<LockedCase, 'id' | 'now'>): StepContext {
    return {
      caseId: id,
      now,
      evaluate: (expression, variables) => this.evaluator.evaluate(expression, variables),
    };
  }
}
