import { readLedger } from '@lianban/calendar';
import { eventType } from '@lianban/contracts';
import {
  type Actor,
  type CaseClock,
  type ClockChange,
  DEFAULT_FUNCTION,
  departmentOf,
  routeLane,
  timerInstant,
} from '@lianban/domain';
import { defect } from '@lianban/kernel';
import type { JsonObject } from '@lianban/kernel';
import type { CaseState, Effect, PlanLane, PlanNode, Stimulus } from '@lianban/process-runtime';
import { v7 as newId } from 'uuid';
import type { BusinessRules } from '../calendars/index.js';
import type { PublishedDefinition } from '../definitions/index.js';
import type { FullDirectory } from '../routing/index.js';
import { toCloudEvent } from './case-event.js';
import type {
  AuditInsert,
  ClockEntryRow,
  ClockRow,
  CourtOpen,
  DueInsert,
  EffectInsert,
  IncidentInsert,
  OutboxInsert,
  TaskClose,
  TaskInsert,
  TaskTime,
} from './case-changes.js';
import type { LockedCase } from './case-store.port.js';
import { nodeOfStimulus } from './node-of-stimulus.js';

export interface StepSurroundings {
  readonly definition: PublishedDefinition;
  readonly directory: FullDirectory;
  readonly rules: BusinessRules;
  readonly actor: Actor;
  /** Form and opinion of the task that was completed, and who did it. */
  readonly completion?: { readonly form: JsonObject; readonly by: string };
}

/** Turns the effects of a step and the moves of its clocks into rows. Pure but for new ids. */
export class ChangesOfStep {
  readonly tasks: TaskInsert[] = [];
  readonly closedTasks: TaskClose[] = [];
  readonly taskTimes: TaskTime[] = [];
  readonly clocks: ClockRow[] = [];
  readonly clockEntries: ClockEntryRow[] = [];
  readonly due: DueInsert[] = [];
  readonly dueGone: string[] = [];
  readonly audits: AuditInsert[] = [];
  readonly courtOpens: CourtOpen[] = [];
  readonly courtCloses: string[] = [];
  readonly effects: EffectInsert[] = [];
  readonly effectsCancelled: string[] = [];
  readonly incidentsOvertaken: string[] = [];
  readonly incidents: IncidentInsert[] = [];
  readonly outbox: OutboxInsert[] = [];

  constructor(
    private readonly held: LockedCase,
    private readonly around: StepSurroundings,
    /** Case data after the step: routing reads roles from it. */
    private readonly data: Readonly<Record<string, unknown>>,
    private readonly milestones: Readonly<Record<string, string>>,
  ) {}

  add(effect: Effect): void {
    switch (effect.kind) {
      case 'task-created':
        return this.createTask(effect.task, effect.node);
      case 'task-closed':
        return this.closeTask(effect);
      case 'timer-armed': {
        const { now } = this.held;
        const at = timerInstant(effect.timer, this.milestones, now, this.around.rules.calendar);
        this.due.push({ id: newId(), kind: 'timer', at, ref: effect.wait, payload: { node: effect.node } });
        return;
      }
      case 'wait-closed':
        this.dropDue(effect.wait);
        this.courtCloses.push(effect.wait);
        return;
      case 'message-awaited':
        return this.awaitMessage(effect.wait, effect.node);
      case 'service-requested':
        return this.requestService(effect);
      case 'service-cancelled':
        this.effectsCancelled.push(effect.token);
        this.courtCloses.push(effect.token);
        return;
      case 'service-deferred': {
        const at = new Date(Date.parse(this.held.now) + effect.retryInSeconds * 1_000).toISOString();
        this.due.push({
          id: newId(),
          kind: 'service-retry',
          at,
          ref: effect.token,
          payload: { node: effect.node },
        });
        return;
      }
      case 'event-emitted':
        this.outbox.push({
          id: newId(),
          kind: 'event',
          topic: effect.type,
          payload: toCloudEvent(this.held, this.around.definition, effect),
        });
        return;
      case 'incident':
        this.incidents.push({
          id: newId(),
          node: effect.node,
          token: effect.token,
          code: effect.code,
          message: effect.message,
        });
        this.audit('incident.opened', 'node', effect.node, { ground: effect.code });
        return;
      case 'clock-stop':
        this.audit(effect.action === 'stop' ? 'clock.stopped' : 'clock.resumed', 'node', effect.node, {
          ground: effect.ground,
        });
        return;
      case 'case-ended':
        this.audit(
          'case.ended',
          'case',
          this.held.id,
          effect.outcome === undefined ? {} : { ground: effect.outcome },
        );
        return;
      default:
    }
  }

  /** A token that has gone takes along the incidents that stood on it: there is nothing left to decide. */
  leaveBehind(before: CaseState, after: CaseState): void {
    const staying = new Set(after.tokens.map(({ id }) => id));
    for (const { id, node, incident } of before.tokens) {
      const { type } = this.node(node);
      const mayStand = incident !== undefined || type === 'serviceTask' || type === 'sendTask';
      if (mayStand && !staying.has(id)) this.incidentsOvertaken.push(id);
    }
  }

  /** What moved the case, for the trail; a task's own row is written where it closes. */
  noteStimulus(stimulus: Stimulus, after: CaseState): void {
    const node = nodeOfStimulus(this.held.state, stimulus);
    const where = node === undefined ? {} : { after: { node } };
    switch (stimulus.kind) {
      case 'message':
        return this.audit('message.received', 'message', stimulus.message, where);
      case 'timer':
        return this.audit('timer.fired', 'timer', stimulus.wait, where);
      case 'service-result': {
        const { result, token } = stimulus;
        this.audit(`service.${result.kind}`, 'token', token, where);
        // A refusal without a way leaves the step where it is, and with whom.
        if (!after.tokens.some(({ id }) => id === token)) this.courtCloses.push(token);
        this.incidentsOvertaken.push(token);
        return;
      }
      default:
    }
  }

  /** Persists how clocks moved and tells open tasks of their new due instants. */
  addClocks(changes: readonly ClockChange[]): void {
    for (const { clock, isNew, appended, reading, schedule } of changes) {
      const { definition } = clock;
      this.clocks.push({
        id: clock.id,
        definition: definition.id,
        node: clock.node,
        nameZh: definition.name.zh,
        nameEn: definition.name.en,
        scope: definition.scope,
        kind: definition.kind,
        basis: definition.basis,
        ladder: definition.ladder,
        state: reading.state,
        startedAt: reading.startedAt,
        ...(reading.dueAt === undefined ? {} : { dueAt: reading.dueAt }),
        provisional: reading.provisional,
        ...(reading.stoppedSince === undefined ? {} : { stoppedSince: reading.stoppedSince }),
        ...(reading.closedAt === undefined ? {} : { closedAt: reading.closedAt }),
      });
      const first = clock.ledger.length - appended.length;
      appended.forEach((entry, offset) => {
        this.clockEntries.push({ clockId: clock.id, seq: first + offset + 1, at: entry.at, entry });
      });
      if (!isNew) this.dropDue(clock.id);
      const [next] = schedule;
      if (next) {
        this.due.push({
          id: newId(),
          kind: 'rung',
          at: next.at,
          ref: clock.id,
          clockId: clock.id,
          payload: { schedule },
        });
      }
      this.tellTasks(clock, reading.state, reading.dueAt);
    }
    this.fillDueOfNewTasks(changes);
  }

  /** One row of the trail for an act of this transition. */
  audit(act: string, objectKind: string, objectId: string, more: Partial<AuditInsert> = {}): void {
    const { actor, definition } = this.around;
    this.audits.push({
      id: newId(),
      act,
      objectKind,
      objectId,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      ...(actor.address === undefined ? {} : { address: actor.address }),
      ...(actor.correlationId === undefined ? {} : { correlationId: actor.correlationId }),
      planHash: definition.planHash,
      ...more,
    });
  }

  private node(id: string): PlanNode {
    const node = this.around.definition.plan.nodes[id];
    if (!node) throw defect('CASES.PLAN_BROKEN', `The plan has no node ${id}.`);
    return node;
  }

  private createTask(token: string, nodeId: string): void {
    const { held, around } = this;
    const node = this.node(nodeId);
    const lane = node.lane === undefined ? undefined : around.definition.plan.lanes[node.lane];
    const route = lane && routeLane(lane, held.district, this.data, around.directory);
    if (!lane || !route) {
      // Published definitions name known departments; this is a directory without an office for one of them.
      const message = `No office answers for ${lane ? departmentOf(lane, this.data) : 'this step'} in ${held.district}.`;
      this.incidents.push({ id: newId(), node: nodeId, token, code: 'ROUTING.NO_OFFICE', message });
      this.audit('incident.opened', 'node', nodeId, { ground: 'ROUTING.NO_OFFICE' });
    }
    const officeId = route?.office.id ?? 'unrouted';
    this.tasks.push({
      id: newId(),
      token,
      node: nodeId,
      ...(node.stepNo === undefined ? {} : { stepNo: node.stepNo }),
      nameZh: node.name.zh,
      nameEn: node.name.en,
      officeId,
      department: route?.department ?? '',
      district: route?.office.district ?? held.district,
      ...(node.type === 'userTask' && node.role ? { role: node.role } : {}),
      routedBy: {
        lane: lane?.id ?? '',
        rule: route?.rule ?? 'none',
        department: route?.department ?? '',
        ...(route?.reason === undefined ? {} : { reason: route.reason }),
        ...(route?.version === undefined ? {} : { version: route.version }),
      },
      dueAt: 'infinity',
      mark: 'none',
      caseNo: held.caseNo,
      caseTitle: held.title,
      definitionKey: around.definition.key,
    });
    if (lane && route?.rule === 'next-level-up') this.findGap(lane, route.department, officeId, nodeId);
    this.courtOpens.push({
      obligation: token,
      seq: 1,
      node: nodeId,
      holderKind: 'office',
      holderId: officeId,
      officeId,
    });
  }

  /** 岗位空缺: nobody answers for this cell of the duty matrix; told to whoever keeps the matrix. */
  private findGap(lane: PlanLane, department: string, officeId: string, node: string): void {
    const { district } = this.held;
    this.audit('duty-matrix.gap-detected', 'office', officeId, { ground: `${department}@${district}` });
    const type = eventType('duty-matrix.gap-detected');
    const data = {
      jurisdiction: district,
      level: lane.level,
      department,
      function: lane.function ?? DEFAULT_FUNCTION,
    };
    const event = toCloudEvent(this.held, this.around.definition, {
      kind: 'event-emitted',
      node,
      type,
      data,
    });
    this.outbox.push({ id: newId(), kind: 'event', topic: type, payload: event });
  }

  private closeTask(effect: Extract<Effect, { kind: 'task-closed' }>): void {
    const { completion } = this.around;
    const byPerson =
      effect.how === 'completed' && completion ? { closedBy: completion.by, form: completion.form } : {};
    const outcome = effect.outcome === undefined ? {} : { outcome: effect.outcome };
    this.closedTasks.push({ token: effect.task, status: effect.how, ...outcome, ...byPerson });
    this.courtCloses.push(effect.task);
    const task = this.held.tasks.find((candidate) => candidate.token === effect.task);
    const opinion = completion?.form['opinion'];
    this.audit(
      effect.how === 'completed' ? 'task.completed' : 'task.cancelled',
      'task',
      task?.id ?? effect.task,
      {
        ...(task ? { officeId: task.officeId } : {}),
        ...(effect.how === 'completed' && typeof opinion === 'string' && opinion !== ''
          ? { ground: opinion }
          : {}),
        after: { node: effect.node, ...outcome },
      },
    );
  }

  private awaitMessage(wait: string, nodeId: string): void {
    const node = this.node(nodeId);
    const lane = node.lane === undefined ? undefined : this.around.definition.plan.lanes[node.lane];
    if (node.type === 'boundaryEvent') return;
    const holderKind = lane?.department === 'institution' ? 'applicant' : 'outside';
    this.courtOpens.push({
      obligation: wait,
      seq: 1,
      node: nodeId,
      holderKind,
      holderId:
        typeof this.data['institutionId'] === 'string'
          ? this.data['institutionId']
          : (lane?.department ?? ''),
    });
  }

  private requestService(effect: Extract<Effect, { kind: 'service-requested' }>): void {
    const { implementation, token, node, input } = effect;
    if (implementation.kind === 'local') return;
    const id = newId();
    this.effects.push({ id, token, node, operation: implementation.operation, input });
    this.outbox.push({
      id: newId(),
      kind: 'effect',
      topic: 'conduct',
      payload: { effectId: id, caseId: this.held.id },
    });
    this.courtOpens.push({
      obligation: token,
      seq: 1,
      node,
      holderKind: 'system',
      holderId: implementation.operation,
    });
  }

  /** A due row of this very transition goes without a trace; an older one is deleted. */
  private dropDue(ref: string): void {
    const own = this.due.findIndex((row) => row.ref === ref);
    if (own >= 0) this.due.splice(own, 1);
    else this.dueGone.push(ref);
  }

  /** A task may come to a clock that has been running for long: its step is entered again, or it is a case clock. */
  private fillDueOfNewTasks(changes: readonly ClockChange[]): void {
    this.tasks.forEach((task, index) => {
      const node = this.node(task.node);
      const wanted =
        firstClock(node) ?? (node.parent === undefined ? undefined : firstClock(this.node(node.parent)));
      if (wanted === undefined || changes.some(({ clock }) => clock.definition.id === wanted)) return;
      const held = this.held.clocks.find(({ definitionId }) => definitionId === wanted);
      const definition = this.around.definition.plan.clocks[wanted];
      const reading = held && definition && readLedger(held.ledger, definition, this.around.rules.calendar);
      if (!reading) return;
      if (reading.state === 'stopped') this.tasks[index] = { ...task, mark: 'paused' };
      if (reading.state !== 'running' || reading.dueAt === undefined) return;
      this.tasks[index] = {
        ...task,
        dueAt: reading.dueAt,
        mark: reading.dueAt <= this.held.now ? 'overdue' : 'none',
      };
    });
  }

  private tellTasks(clock: CaseClock, state: string, dueAt: string | undefined): void {
    const node = this.node(clock.node);
    const answers = (candidate: PlanNode): boolean =>
      candidate.id === clock.node
        ? firstClock(candidate) === clock.definition.id
        : candidate.parent === clock.node && firstClock(candidate) === undefined;
    const time =
      state === 'stopped'
        ? { dueAt: 'infinity', mark: 'paused' }
        : { dueAt: (state === 'running' && dueAt) || 'infinity', mark: 'none' };
    this.tasks.forEach((task, index) => {
      if (answers(this.node(task.node))) this.tasks[index] = { ...task, ...time };
    });
    for (const task of this.held.tasks) {
      if (answers(this.node(task.node)) && node) this.taskTimes.push({ token: task.token, ...time });
    }
  }
}

const firstClock = (node: PlanNode): string | undefined => ('clocks' in node ? node.clocks[0] : undefined);
