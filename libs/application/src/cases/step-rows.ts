import type { Actor, GoingBack } from '@lianban/domain';
import { defect, type JsonObject } from '@lianban/kernel';
import {
  type CaseData,
  type CaseState,
  type PlanNode,
  type ProcessPlan,
  reachesOtherCases,
} from '@lianban/process-runtime';
import { v7 as newId } from 'uuid';
import type { BusinessRules } from '../calendars/index.js';
import type { PublishedDefinition } from '../definitions/index.js';
import type { FullDirectory } from '../routing/index.js';
import type {
  AccountabilityInsert,
  AuditInsert,
  CaseChanges,
  ClockEntryRow,
  ClockRow,
  CourtHandOver,
  CourtOpen,
  DueInsert,
  EffectInsert,
  IncidentInsert,
  MigrationChange,
  OutboxInsert,
  ReturnedTask,
  SuspensionChange,
  TaskChange,
  TaskClose,
  TaskInsert,
} from './case-changes.js';
import type { LockedCase } from './case-store.port.js';

export interface StepSurroundings {
  readonly definition: PublishedDefinition;
  readonly directory: FullDirectory;
  readonly rules: BusinessRules;
  readonly actor: Actor;
  /** Form and opinion of the task that was completed, and who did it. */
  readonly completion?: { readonly form: JsonObject; readonly by: string };
  /** Who had a step before: what comes back to it goes to them. */
  readonly earlier?: readonly EarlierHolder[];
  readonly act?: PersonalAct;
}

export interface EarlierHolder {
  readonly node: string;
  /** The one instance of the step that they had. A step with instances goes to each signer anew without it. */
  readonly counter?: number;
  readonly officeId: string;
  readonly person?: string;
}

/** What somebody does to a running case besides completing a task. */
export interface PersonalAct {
  readonly reason: string;
  /** For the trail: what it is about, and for which office it was done. */
  readonly officeId?: string;
  readonly taskId?: string;
  /** Kept with the task that is done again. */
  readonly returned?: ReturnedTask;
  readonly back?: GoingBack;
}

/** The rows of one transition as they come together. */
export class StepRows {
  readonly tasks: TaskInsert[] = [];
  readonly closedTasks: TaskClose[] = [];
  readonly taskChanges: TaskChange[] = [];
  readonly clocks: ClockRow[] = [];
  readonly clockEntries: ClockEntryRow[] = [];
  readonly due: DueInsert[] = [];
  readonly dueGone: string[] = [];
  readonly audits: AuditInsert[] = [];
  readonly accountability: AccountabilityInsert[] = [];
  readonly courtOpens: CourtOpen[] = [];
  readonly courtCloses: string[] = [];
  readonly effects: EffectInsert[] = [];
  readonly effectsCancelled: string[] = [];
  readonly incidentsOvertaken: string[] = [];
  readonly incidents: IncidentInsert[] = [];
  readonly outbox: OutboxInsert[] = [];
  courtHanded: CourtHandOver | undefined;
  suspension: SuspensionChange | undefined;
  migration: MigrationChange | undefined;

  constructor(
    readonly held: LockedCase,
    readonly around: StepSurroundings,
    /** Case data after the step: routing reads roles from it. */
    readonly data: CaseData,
    readonly after: CaseState,
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

  /** Signal waits are a projection of the state: what is in it waits, but for signals that stay inside their case. */
  private signals(): Pick<CaseChanges, 'signalWaits' | 'signalWaitsGone'> {
    const { plan } = this.around.definition;
    const [before, after] = [signalWaitsOf(plan, this.held.state), signalWaitsOf(plan, this.after)];
    return {
      signalWaits: [...after].flatMap(([wait, signal]) => (before.has(wait) ? [] : [{ wait, signal }])),
      signalWaitsGone: [...before.keys()].filter((wait) => !after.has(wait)),
    };
  }

  /** What the store writes, by one statement. */
  toChanges(stimulus: CaseChanges['stimulus']): CaseChanges {
    const { after: state, data } = this;
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
      taskChanges: onePerTask(this.taskChanges.filter(({ token }) => !closed.has(token))),
      clocks: this.clocks,
      clockEntries: this.clockEntries,
      due: this.due,
      dueGone: this.dueGone,
      audits: this.audits,
      accountability: this.accountability,
      courtOpens: this.courtOpens.filter(({ obligation }) => !this.courtCloses.includes(obligation)),
      courtCloses: this.courtCloses,
      effects: this.effects.filter(({ token }) => !this.effectsCancelled.includes(token)),
      effectsCancelled: this.effectsCancelled,
      incidentsOvertaken: this.incidentsOvertaken,
      incidents: this.incidents,
      outbox: this.outbox,
      ...this.signals(),
      ...(this.courtHanded ? { courtHanded: this.courtHanded } : {}),
      ...(this.suspension ? { suspension: this.suspension } : {}),
      ...(this.migration ? { migration: this.migration } : {}),
    };
  }
}

const signalWaitsOf = (plan: ProcessPlan, { waits, ended }: CaseState): ReadonlyMap<string, string> =>
  new Map(
    ended
      ? []
      : waits.flatMap(({ id, kind, name }) =>
          kind === 'signal' && name !== undefined && reachesOtherCases(plan, name) ? [[id, name]] : [],
        ),
  );

/** One row may be written once in a statement: a task that closes needs no new time. */
const onePerTask = (changes: readonly TaskChange[]): readonly TaskChange[] => {
  const merged = new Map<string, TaskChange>();
  for (const change of changes) merged.set(change.token, { ...merged.get(change.token), ...change });
  return [...merged.values()];
};

/** A step replaces values and never changes them, so what is the same object is as it was. */
const changedData = (held: LockedCase, data: CaseData): CaseData =>
  held.version === 0
    ? data
    : Object.fromEntries(Object.entries(data).filter(([name, value]) => held.data[name] !== value));
