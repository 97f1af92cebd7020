import type { TaskRow } from '@lianban/contracts';
import { type Actor, inNameOf } from '@lianban/domain';
import { missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AfterCommit, type Tx, UnitOfWork } from '../transaction/index.js';
import { ClaimTaskCommand, ReleaseTaskCommand } from './claim-task.command.js';
import { judgeTask } from './judge-task.js';
import { type TaskHand, TaskStore } from './task-store.port.js';

const held = async (
  { unitOfWork, tasks, afterCommit }: { unitOfWork: UnitOfWork; tasks: TaskStore; afterCommit: AfterCommit },
  actor: Actor,
  taskId: string,
  write: (tx: Tx, by: TaskHand) => Promise<boolean>,
): Promise<TaskRow> =>
  unitOfWork.withActor(actor, async (tx) => {
    const before = await tasks.facts(tx, actor.tenant, taskId);
    if (!before) throw missing('TASKS.UNKNOWN', 'There is no such task.', { details: { taskId } });
    const refused = judgeTask(actor, before);
    if (refused) throw refused;
    if (!(await write(tx, { userId: actor.id, onBehalfOf: inNameOf(actor, before) }))) {
      // Somebody was quicker between the look and the lock.
      const now = await tasks.facts(tx, actor.tenant, taskId);
      const lost = now && judgeTask(actor, now);
      if (lost) throw lost;
    }
    afterCommit.changed(tx, { caseId: before.caseId, officeIds: [before.officeId], outbox: false });
    const [row] = await tasks.rows(tx, [taskId]);
    if (!row) throw missing('TASKS.UNKNOWN', 'There is no such task.', { details: { taskId } });
    return row;
  });

@CommandHandler(ClaimTaskCommand)
export class ClaimTaskHandler implements ICommandHandler<ClaimTaskCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute({ actor, taskId }: ClaimTaskCommand): Promise<TaskRow> {
    const { unitOfWork, tasks, afterCommit } = this;
    return held({ unitOfWork, tasks, afterCommit }, actor, taskId, (tx, by) => tasks.claim(tx, taskId, by));
  }
}

@CommandHandler(ReleaseTaskCommand)
export class ReleaseTaskHandler implements ICommandHandler<ReleaseTaskCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute({ actor, taskId }: ReleaseTaskCommand): Promise<TaskRow> {
    const { unitOfWork, tasks, afterCommit } = this;
    return held({ unitOfWork, tasks, afterCommit }, actor, taskId, (tx, by) => tasks.release(tx, taskId, by));
  }
}
