import type {
  AbsenceDone,
  AbsenceRequest,
  MoveRow,
  MoveTasksRequest,
  Page,
  PreviewMoveRequest,
  SendBackDone,
  TaskRow,
  TeamTasksRequest,
  TeamView,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { AppError } from '@lianban/kernel';
import { Command, Query } from '@nestjs/cqrs';

export interface MoveVerdict extends Omit<MoveRow, 'refused'> {
  readonly refused?: AppError;
}

export interface MoveVerdicts {
  readonly rows: readonly MoveVerdict[];
  readonly returnUntil?: string;
}

/** The people and tasks of the unit that the actor leads. */
export class GetTeamQuery extends Query<TeamView> {
  constructor(readonly actor: Actor) {
    super();
  }
}

/** Whether the actor, or somebody for whom they stand in now, leads a unit. */
export class LeadsUnitQuery extends Query<boolean> {
  constructor(readonly actor: Actor) {
    super();
  }
}

export class ListTeamTasksQuery extends Query<Page<TaskRow>> {
  constructor(
    readonly actor: Actor,
    readonly request: TeamTasksRequest,
  ) {
    super();
  }
}

/** Which tasks of a selection could be moved there, and why not the others. */
export class PreviewMoveQuery extends Query<MoveVerdicts> {
  constructor(
    readonly actor: Actor,
    readonly request: PreviewMoveRequest,
  ) {
    super();
  }
}

/** 转派 or 转办 of a selection: what can be moved is moved, once per key; the rest says why not. */
export class MoveTasksCommand extends Command<MoveVerdicts> {
  constructor(
    readonly actor: Actor,
    readonly request: MoveTasksRequest,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** 退件 */
export class SendBackCommand extends Command<SendBackDone> {
  constructor(
    readonly actor: Actor,
    readonly handoverId: string,
    readonly reason: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** An absence with its stand-in (AB岗): by a head for their people, or by anybody for themselves. */
export class RecordAbsenceCommand extends Command<AbsenceDone> {
  constructor(
    readonly actor: Actor,
    readonly request: AbsenceRequest,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** 销假: by the person, or by who leads their unit. */
export class EndAbsenceCommand extends Command<AbsenceDone> {
  constructor(
    readonly actor: Actor,
    readonly absenceId: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}
