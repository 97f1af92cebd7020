import { dueInstant } from '@lianban/calendar';
import { conflict, invalid, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as newId } from 'uuid';
import { BusinessCalendars } from '../calendars/index.js';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { KnownDirectory } from '../routing/index.js';
import { TaskStore, judgeTask } from '../tasks/index.js';
import { AfterCommit, type Tx, UnitOfWork } from '../transaction/index.js';
import { DisputeStore } from './dispute-store.port.js';
import { type DisputeAnswer, RaiseDisputeCommand } from './disputes.commands.js';

/** Working days in which the two consult or the common superior designates; no text fixes it (policy default). */
export const CONSULTATION_DAYS = 7;

/**
 * The clock of the task runs on: a quarrel between offices is no ground to stop it, and its time counts for both
 * (行政处罚法 第25条).
 */
@CommandHandler(RaiseDisputeCommand)
export class RaiseDisputeHandler implements ICommandHandler<RaiseDisputeCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly disputes: DisputeStore,
    private readonly directory: KnownDirectory,
    private readonly calendars: BusinessCalendars,
    private readonly keys: IdempotencyRecords,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute({ actor, taskId, request, idempotencyKey: key }: RaiseDisputeCommand): Promise<DisputeAnswer> {
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(
        this.keys,
        tx,
        { actor, key, operation: `raise-dispute ${taskId}`, body: request },
        async () => this.raise(tx, { actor, taskId, request }),
      ),
    );
  }

  private async raise(
    tx: Tx,
    { actor, taskId, request }: Pick<RaiseDisputeCommand, 'actor' | 'taskId' | 'request'>,
  ): Promise<DisputeAnswer> {
    const now = await this.disputes.lockTask(tx, taskId);
    const task = await this.tasks.facts(tx, actor.tenant, taskId);
    if (!task) throw missing('TASKS.UNKNOWN', 'There is no such task.', { details: { taskId } });
    const refused = judgeTask(actor, task);
    if (refused) throw refused;
    const { offices } = await this.directory.of(actor.tenant);
    if (request.office === task.officeId || !offices.some(({ id }) => id === request.office)) {
      throw invalid('DISPUTES.NOT_ANOTHER_OFFICE', 'Name another office that is to be competent.', {
        places: [{ path: 'office', message: request.office }],
      });
    }
    const { calendar } = await this.calendars.of(actor.tenant);
    const id = newId();
    const raised = await this.disputes.raise(tx, {
      id,
      taskId,
      raisedBy: actor.id,
      otherOffice: request.office,
      reason: request.reason,
      now,
      dueAt: dueInstant(calendar, now, { amount: CONSULTATION_DAYS, unit: 'working_day' }).at,
    });
    if (!raised) throw conflict('DISPUTES.RAISED_ALREADY', 'A dispute over this task is undecided.');
    this.afterCommit.changed(tx, {
      caseId: task.caseId,
      officeIds: [task.officeId, request.office],
      outbox: false,
    });
    return { disputeId: id };
  }
}
