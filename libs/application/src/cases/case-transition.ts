import { heardSoFar, redefineClocks } from '@lianban/domain';
import { type AppError, type JsonObject, type Result, err, missing, ok } from '@lianban/kernel';
import { type Stimulus, initialState, mapped, migrate, step } from '@lianban/process-runtime';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { BusinessCalendars } from '../calendars/index.js';
import { DefinitionCatalog, type PublishedDefinition } from '../definitions/index.js';
import { KnownDirectory } from '../routing/index.js';
import type { Tx } from '../transaction/index.js';
import { actOnHeldClock, noteClockAct } from './acting-on-clocks.js';
import type { NewCase } from './case-changes.js';
import { CaseRunner } from './case-runner.js';
import { CaseStore, type LockedCase } from './case-store.port.js';
import type { ChangesOfStep } from './changes-of-step.js';
import { ExtensionNotice } from './extension-notice.js';
import { inNewVersion, judgeVersions, noteMigration, withDefinitions } from './migrating.js';
import { noteStimulus } from './note-stimulus.js';
import { StoreStep, type Storing } from './store-step.js';
import type {
  AdvanceRequest,
  ClockActRequest,
  MigrateRequest,
  OpenRequest,
  Transition,
} from './transition-requests.js';

/**
 * The heart: one stimulus, one transaction. Locks the case, runs the pure reducer (feeding local services until the
 * case waits), and has everything that came of it written at once ({@link StoreStep}). Call it inside
 * `unitOfWork.withActor(actor, (tx) => transition.advance(tx, …))`; an expected refusal comes back as an error value,
 * and the caller throws it so that the transaction is rolled back.
 */
@Injectable()
export class CaseTransition {
  constructor(
    private readonly cases: CaseStore,
    private readonly definitions: DefinitionCatalog,
    private readonly directory: KnownDirectory,
    private readonly calendars: BusinessCalendars,
    private readonly runner: CaseRunner,
    private readonly extensionNotice: ExtensionNotice,
    private readonly storing: StoreStep,
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

  /** Moves the case to another version of its process; refused where something of it has no place there. */
  async migrate(tx: Tx, request: MigrateRequest): Promise<Result<Transition, AppError>> {
    const { caseId, stimulusId, actor, mapping, act } = request;
    const held = await this.cases.lock(tx, caseId, stimulusId);
    if (!held) throw missing('CASES.UNKNOWN', 'There is no such case.', { details: { caseId } });
    if (held.applied) return ok(this.nothingDone(held));
    const [from, to] = await Promise.all([
      this.definitions.byId(held.definitionId),
      this.definitions.byId(request.definitionId),
    ]);
    const unfit = judgeVersions(held, from, to);
    if (unfit) return err(unfit);
    const moved = await this.runner.run(
      tx,
      held,
      to,
      (state, data, context) => migrate(from.plan, to.plan, state, data, mapping, context),
      actor,
    );
    if (!moved.ok) return moved;
    const stored = await this.storing.store(tx, inNewVersion(held, mapping), to, moved.value, {
      stimulusId,
      kind: 'migrate',
      actor,
      around: { act },
      note: (changes) => noteMigration(changes, from, to),
      clocks: ({ ladders }, calendarOf) =>
        redefineClocks(withDefinitions(held, from), {
          to: to.plan,
          version: `${to.key} ${to.version}`,
          calendarOf,
          ladders,
          now: held.now,
        }),
      heard: heardSoFar(
        moved.value.state.milestones,
        held.tasks.map(({ node }) => mapped(mapping, node)),
      ),
    });
    return ok(stored);
  }

  /** 延期, 中止 and 恢复 of one clock. */
  async actOnClock(tx: Tx, request: ClockActRequest): Promise<Result<Transition, AppError>> {
    const { caseId, stimulusId, actor, act, clockId } = request;
    const held = await this.cases.lock(tx, caseId, stimulusId);
    if (!held) throw missing('CASES.UNKNOWN', 'There is no such case.', { details: { caseId } });
    if (held.applied) return ok(this.nothingDone(held));
    const [definition, rules, directory] = await Promise.all([
      this.definitions.byId(held.definitionId),
      this.calendars.of(held.tenant),
      this.directory.of(held.tenant),
    ]);
    const acted = actOnHeldClock(held, definition, rules, directory, request);
    if (!acted.ok) return acted;
    const { state, data } = held;
    const done = await this.storing.store(
      tx,
      held,
      definition,
      { state, data, effects: [], decided: [] },
      {
        stimulusId,
        kind: act.kind,
        actor,
        around: { act: { reason: act.reason } },
        note: (changes) => noteClockAct(changes, clockId, act, acted.value),
        clocks: () => [acted.value.change],
      },
    );
    await this.extensionNotice.issue(tx, actor, held, acted.value.change);
    return ok(done);
  }

  private async move(
    tx: Tx,
    held: LockedCase,
    definition: PublishedDefinition,
    request: Pick<AdvanceRequest, 'stimulus' | 'stimulusId' | 'actor' | 'around'>,
    newCase?: NewCase,
  ): Promise<Result<Transition, AppError>> {
    const { actor, around = {}, stimulus, stimulusId } = request;
    const { plan } = definition;
    const moved = await this.runner.run(
      tx,
      held,
      definition,
      (state, data, context) => step(plan, state, data, stimulus, context),
      actor,
    );
    if (!moved.ok) return moved;
    const note = (changes: ChangesOfStep): void => {
      if (!newCase) return noteStimulus(changes, stimulus);
      const after = { title: held.title, definition: definition.key };
      return changes.audit('case.opened', 'case', held.id, { after });
    };
    const how: Storing = { stimulusId, kind: stimulus.kind, actor, around, note };
    return ok(await this.storing.store(tx, held, definition, moved.value, how, newCase));
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
