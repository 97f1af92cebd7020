import { dueInstant } from '@lianban/calendar';
import type { MoveTasksRequest } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { v7 as newId } from 'uuid';
import { BusinessCalendars } from '../calendars/index.js';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { type FullDirectory, KnownDirectory } from '../routing/index.js';
import { TaskStore, type TaskFacts, alreadyClosed } from '../tasks/index.js';
import { AfterCommit, type Tx, UnitOfWork } from '../transaction/index.js';
import { judgeMove } from './judge-move.js';
import { leadsInNameOf, mustLead } from './led-unit.js';
import { type Move, TeamStore } from './team-store.port.js';
import { MoveTasksCommand, type MoveVerdict, type MoveVerdicts, PreviewMoveQuery } from './team.commands.js';

/** 退件: "not ours" is said within one working day. */
const RETURN_DAYS = 1;

const verdictOf = (
  taskId: string,
  task: TaskFacts | undefined,
  refused: MoveVerdict['refused'],
): MoveVerdict => ({
  taskId,
  // Of a task of another unit nothing is told.
  ...(task === undefined || refused?.code === 'TASKS.UNKNOWN'
    ? {}
    : { caseNo: task.row.caseNo, caseTitle: task.row.caseTitle, step: task.row.name }),
  ...(refused === undefined ? {} : { refused }),
});

@QueryHandler(PreviewMoveQuery)
export class PreviewMoveHandler implements IQueryHandler<PreviewMoveQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly team: TeamStore,
    private readonly tasks: TaskStore,
    private readonly directory: KnownDirectory,
    private readonly calendars: BusinessCalendars,
  ) {}

  async execute({ actor, request }: PreviewMoveQuery): Promise<MoveVerdicts> {
    const directory = await this.directory.of(actor.tenant);
    const unit = mustLead(actor, directory);
    const { calendar } = await this.calendars.of(actor.tenant);
    return this.unitOfWork.readAs(actor, async (tx) => {
      const ids = [...new Set(request.tasks)];
      const [now, ...found] = await Promise.all([
        this.team.now(tx),
        ...ids.map((taskId) => this.tasks.facts(tx, actor.tenant, taskId)),
      ]);
      const rows = ids.map((taskId, place) => {
        const task = found[place];
        return verdictOf(taskId, task, judgeMove(task, request.to, unit, directory));
      });
      return {
        rows,
        ...(request.to.kind === 'office'
          ? { returnUntil: dueInstant(calendar, now, { amount: RETURN_DAYS, unit: 'working_day' }).at }
          : {}),
      };
    });
  }
}

@CommandHandler(MoveTasksCommand)
export class MoveTasksHandler implements ICommandHandler<MoveTasksCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly team: TeamStore,
    private readonly tasks: TaskStore,
    private readonly directory: KnownDirectory,
    private readonly calendars: BusinessCalendars,
    private readonly keys: IdempotencyRecords,
    private readonly afterCommit: AfterCommit,
  ) {}

  async execute({ actor, request, idempotencyKey: key }: MoveTasksCommand): Promise<MoveVerdicts> {
    const directory = await this.directory.of(actor.tenant);
    mustLead(actor, directory);
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, { actor, key, operation: 'move-tasks', body: request }, () =>
        this.move(tx, actor, request, directory),
      ),
    );
  }

  private async move(
    tx: Tx,
    actor: Actor,
    request: MoveTasksRequest,
    directory: FullDirectory,
  ): Promise<MoveVerdicts> {
    const unit = mustLead(actor, directory);
    const ids = [...new Set(request.tasks)];
    await this.team.lockCases(tx, ids);
    const { calendar } = await this.calendars.of(actor.tenant);
    const returnUntil = dueInstant(calendar, await this.team.now(tx), {
      amount: RETURN_DAYS,
      unit: 'working_day',
    }).at;
    const rows: MoveVerdict[] = [];
    for (const taskId of ids) {
      const task = await this.tasks.facts(tx, actor.tenant, taskId);
      let refused = judgeMove(task, request.to, unit, directory);
      if (task && !refused) {
        const moved = await this.write(
          tx,
          {
            taskId,
            actor,
            onBehalfOf: leadsInNameOf(actor, directory, task.officeId)?.name,
            reason: request.reason,
          },
          request.to,
          directory,
          returnUntil,
        );
        if (!moved) refused = alreadyClosed(task).error;
        const officeIds = [task.officeId, ...(request.to.kind === 'office' ? [request.to.id] : [])];
        this.afterCommit.changed(tx, { caseId: task.caseId, officeIds, outbox: false });
      }
      rows.push(verdictOf(taskId, task, refused));
    }
    return { rows, ...(request.to.kind === 'office' ? { returnUntil } : {}) };
  }

  private write(
    tx: Tx,
    move: Move,
    to: MoveTasksRequest['to'],
    { offices }: FullDirectory,
    returnUntil: string,
  ): Promise<boolean> {
    if (to.kind === 'person') return this.team.assign(tx, move, to.id);
    const office = offices.find(({ id }) => id === to.id);
    return office ? this.team.handOver(tx, move, office, newId(), returnUntil) : Promise.resolve(false);
  }
}
