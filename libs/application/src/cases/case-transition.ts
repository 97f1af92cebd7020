import { type Actor, type ClockChange, type GoingBack, moveClocks } from '@lianban/domain';
import { createEvaluator } from '@lianban/expressions';
import { type AppError, type Json, type JsonObject, type Result, err, missing, ok } from '@lianban/kernel';
import {
  type CaseData,
  type CaseState,
  type Effect,
  type StepContext,
  type Stimulus,
  initialState,
  step,
} from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { BusinessCalendars, type BusinessRules } from '../calendars/index.js';
import { type DecisionMade, DefinitionCatalog, type PublishedDefinition } from '../definitions/index.js';
import { KnownDirectory } from '../routing/index.js';
import { AfterCommit, type Tx } from '../transaction/index.js';
import type { NewCase } from './case-changes.js';
import { CaseStore, type LockedCase } from './case-store.port.js';
import { ChangesOfStep } from './changes-of-step.js';
import { addClocks } from './clock-rows.js';
import { createdTaskRow } from './created-task-row.js';
import { LocalServices } from './local-service.port.js';
import { noteStimulus } from './note-stimulus.js';
import type { AdvanceRequest, OpenRequest, Transition } from './transition-requests.js';

/** Local services may call one another's way this often within one transition. */
const LOCAL_CALLS = 50;

interface Moved {
  /** Decisions of business rule tasks on the way. */
  readonly decided: readonly DecisionMade[];
  readonly state: CaseState;
  readonly data: CaseData;
  readonly effects: readonly Effect[];
}

/**
 * The heart: one stimulus, one transaction. Locks the case, runs the pure reducer (feeding local services until the
 * case waits), moves the clocks, and writes everything with one statement. Call it inside
 * `unitOfWork.withActor(actor, (tx) => transition.advance(tx, …))`; an expected refusal comes back as an error value,
 * and the caller throws it so that the transaction is rolled back.
 */
@Injectable()
export class CaseTransition {
  private readonly evaluator = createEvaluator();

  constructor(
    private readonly cases: CaseStore,
    private readonly definitions: DefinitionCatalog,
    private readonly directory: KnownDirectory,
    private readonly calendars: BusinessCalendars,
    private readonly services: LocalServices,
    private readonly afterCommit: AfterCommit,
  ) {}

  /** Locks the case of a task for a stimulus to come. */
  holdOfTask(tx: Tx, tenant: string, taskId: string, stimulusId: string): Promise<LockedCase | undefined> {
    return this.cases.lockOfTask(tx, tenant, taskId, stimulusId);
  }

  async advance(tx: Tx, request: AdvanceRequest): Promise<Result<Transition, AppError>> {
    const held = request.held ?? (await this.cases.lock(tx, request.caseId, request.stimulusId));
    if (!held)
      throw missing('CASES.UNKNOWN', 'There is no such case.', { details: { caseId: request.caseId } });
    if (held.applied) return ok(this.nothingDone(held));
    const definition = await this.definitions.byId(held.definitionId);
    const refused = request.check?.(held, definition);
    if (refused) return err(refused);
    return this.move(tx, held, definition, request);
  }

  async open(tx: Tx, request: OpenRequest): Promise<Result<Transition, AppError>> {
    const { definition, actor, businessKey, district, title } = request;
    const { now, caseNo } = await this.cases.begin(tx, actor.tenant);
    const held: LockedCase = {
      id: newId(),
      tenant: actor.tenant,
      caseNo,
      definitionId: definition.id,
      district,
      title,
      state: initialState(),
      data: { parameters: definition.parameters as JsonObject },
      version: 0,
      now,
      applied: false,
      tasks: [],
      clocks: [],
    };
    const newCase: NewCase = {
      caseNo,
      definitionId: definition.id,
      definitionKey: definition.key,
      district,
      title,
      ...(businessKey === undefined ? {} : { businessKey }),
      ...(request.causedBy === undefined ? {} : { causedBy: request.causedBy }),
      ...(request.parentCase === undefined ? {} : { parentCase: request.parentCase }),
      subscriptions:
        businessKey === undefined
          ? []
          : Object.keys(definition.plan.messages).map((message) => ({ message, key: businessKey })),
    };
    const { startEvent, data, event, stimulusId } = request;
    const stimulus: Stimulus = { kind: 'start', startEvent, data, ...(event === undefined ? {} : { event }) };
    return this.move(tx, held, definition, { stimulusId, stimulus, actor }, newCase);
  }

  /** Whether the reducer would take a stimulus as the case stands: nothing is locked, stored or carried out. */
  probe(
    { plan }: PublishedDefinition,
    { id, state, data, now }: { id: string; state: CaseState; data: CaseData; now: string },
    stimulus: Stimulus,
  ): AppError | undefined {
    const result = step(plan, state, data, stimulus, this.contextOf({ id, now }));
    return result.ok ? undefined : result.error;
  }

  private contextOf(
    { id, now }: Pick<LockedCase, 'id' | 'now'>,
    decide?: StepContext['decide'],
  ): StepContext {
    return {
      caseId: id,
      now,
      ...(decide ? { decide } : {}),
      evaluate: (expression, variables) => this.evaluator.evaluate(expression, variables),
    };
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

  private async move(
    tx: Tx,
    held: LockedCase,
    definition: PublishedDefinition,
    request: Pick<AdvanceRequest, 'stimulus' | 'stimulusId' | 'actor' | 'around'>,
    newCase?: NewCase,
  ): Promise<Result<Transition, AppError>> {
    const { actor, around = {} } = request;
    const moved = await this.run(tx, held, definition, request.stimulus, actor);
    if (!moved.ok) return moved;
    const { state, data, effects } = moved.value;
    const [directory, rules] = await Promise.all([
      this.directory.of(held.tenant),
      this.calendars.of(held.tenant),
    ]);
    const changes = new ChangesOfStep(held, { definition, directory, rules, actor, ...around }, data, state);
    if (newCase)
      changes.audit('case.opened', 'case', held.id, {
        after: { title: held.title, definition: definition.key },
      });
    else noteStimulus(changes, request.stimulus);
    for (const made of moved.value.decided) {
      changes.audit('decision.made', 'decision', made.decision, {
        after: { ...made, matches: [...made.matches] },
      });
    }
    changes.leaveBehind(held.state, state);
    for (const effect of effects) changes.add(effect);
    addClocks(changes, this.clocksMoved(held, definition, rules, moved.value, around.act?.back));
    this.cases.apply(tx, changes.toChanges({ id: request.stimulusId, kind: request.stimulus.kind }), newCase);
    this.afterCommit.changed(tx, {
      caseId: held.id,
      officeIds: [
        ...new Set([
          ...changes.tasks.map((task) => task.officeId),
          ...held.tasks.map((task) => task.officeId),
        ]),
      ],
      outbox: changes.outbox.length > 0,
    });
    return ok({
      caseId: held.id,
      caseNo: held.caseNo,
      now: held.now,
      repeated: false,
      buffered: effects.some(({ kind }) => kind === 'message-buffered'),
      closedTasks: held.tasks.filter((task) => changes.closedTasks.some(({ token }) => token === task.token)),
      createdTasks: changes.tasks.map((task) => createdTaskRow(task, held, directory)),
      ...(state.ended
        ? { ended: state.ended.outcome === undefined ? {} : { outcome: state.ended.outcome } }
        : {}),
    });
  }

  private clocksMoved(
    held: LockedCase,
    { plan }: PublishedDefinition,
    rules: BusinessRules,
    { state, data, effects }: Moved,
    back: GoingBack | undefined,
  ): readonly ClockChange[] {
    const suspendedOn = held.state.suspended?.ground;
    return moveClocks(
      held.clocks.flatMap(({ definitionId, ...clock }) => {
        const definition = plan.clocks[definitionId];
        return definition ? [{ ...clock, definition }] : [];
      }),
      effects,
      {
        plan,
        calendar: rules.calendar,
        ladders: rules.ladders,
        milestones: state.milestones,
        now: held.now,
        newId,
        standing: new Set(state.tokens.map(({ node }) => node)),
        ...(back ? { back } : {}),
        ...(suspendedOn === undefined ? {} : { suspendedOn }),
        holds: (expression, outcome) => {
          const value = this.evaluator.evaluate(expression, { ...data, outcome: outcome ?? null });
          return value.ok && value.value === true;
        },
      },
    );
  }

  /** Steps until the case waits for somebody outside, performing local services on the way. */
  private async run(
    tx: Tx,
    held: LockedCase,
    definition: PublishedDefinition,
    first: Stimulus,
    actor: Actor,
  ): Promise<Result<Moved, AppError>> {
    const decided: DecisionMade[] = [];
    const book = await this.definitions.decisionsOf(definition);
    const context = this.contextOf(
      held,
      book && ((decision, inputs) => book.decide(decision, inputs, (record) => decided.push(record))),
    );
    let { state, data } = held;
    const effects: Effect[] = [];
    const stimuli: Stimulus[] = [first];
    let calls = 0;
    for (let stimulus = stimuli.shift(); stimulus; stimulus = stimuli.shift()) {
      const result = step(definition.plan, state, data, stimulus, context);
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
        stimuli.push({ kind: 'service-result', token: effect.token, result: answer });
      }
    }
    return ok({ state, data, effects, decided });
  }

  private nothingDone(held: LockedCase): Transition {
    return {
      caseId: held.id,
      caseNo: held.caseNo,
      now: held.now,
      repeated: true,
      buffered: false,
      createdTasks: [],
      closedTasks: [],
    };
  }
}
