import type { Actor } from '@lianban/domain';
import { defect, type JsonObject } from '@lianban/kernel';
import type { CaseData, CaseState, PlanNode } from '@lianban/process-runtime';
import { v7 as newId } from 'uuid';
import type { BusinessRules } from '../calendars/index.js';
import type { PublishedDefinition } from '../definitions/index.js';
import type { FullDirectory } from '../routing/index.js';
import type {
  AuditInsert,
  CaseChanges,
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

export interface StepSurroundings {
  readonly definition: PublishedDefinition;
  readonly directory: FullDirectory;
  readonly rules: BusinessRules;
  readonly actor: Actor;
  /** Form and opinion of the task that was completed, and who did it. */
  readonly completion?: { readonly form: JsonObject; readonly by: string };
}

/** The rows of one transition as they come together. */
export class StepRows {
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
    readonly held: LockedCase,
    readonly around: StepSurroundings,
    /** Case data after the step: routing reads roles from it. */
    readonly data: Readonly<Record<string, unknown>>,
    readonly milestones: Readonly<Record<string, string>>,
  ) {}

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

  node(id: string): PlanNode {
    const node = this.around.definition.plan.nodes[id];
    if (!node) throw defect('CASES.PLAN_BROKEN', `The plan has no node ${id}.`);
    return node;
  }

  /** A due row of this very transition goes without a trace; an older one is deleted. */
  dropDue(ref: string): void {
    const own = this.due.findIndex((row) => row.ref === ref);
    if (own >= 0) this.due.splice(own, 1);
    else this.dueGone.push(ref);
  }

  /** What the store writes, by one statement. */
  toChanges(state: CaseState, data: CaseData, stimulus: CaseChanges['stimulus']): CaseChanges {
    const closed = new Set(this.closedTasks.map(({ token }) => token));
    return {
      caseId: this.held.id,
      tenant: this.held.tenant,
      now: this.held.now,
      state,
      data: changedData(this.held, data),
      status: state.ended ? 'ended' : 'open',
      ...(state.ended?.outcome === undefined ? {} : { outcome: state.ended.outcome }),
      stimulus,
      tasks: this.tasks.filter(({ token }) => !closed.has(token)),
      closedTasks: this.closedTasks,
      // One row may be written once in a statement: a task that closes needs no new time.
      taskTimes: this.taskTimes.filter(({ token }) => !closed.has(token)),
      clocks: this.clocks,
      clockEntries: this.clockEntries,
      due: this.due,
      dueGone: this.dueGone,
      audits: this.audits,
      courtOpens: this.courtOpens.filter(({ obligation }) => !this.courtCloses.includes(obligation)),
      courtCloses: this.courtCloses,
      effects: this.effects.filter(({ token }) => !this.effectsCancelled.includes(token)),
      effectsCancelled: this.effectsCancelled,
      incidentsOvertaken: this.incidentsOvertaken,
      incidents: this.incidents,
      outbox: this.outbox,
    };
  }
}

/** A step replaces values and never changes them, so what is the same object is as it was. */
const changedData = (held: LockedCase, data: CaseData): CaseData =>
  held.version === 0
    ? data
    : Object.fromEntries(Object.entries(data).filter(([name, value]) => held.data[name] !== value));
