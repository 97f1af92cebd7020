import { inNameOf } from '@lianban/domain';
import { denied, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as newId } from 'uuid';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { type Tx, UnitOfWork } from '../transaction/index.js';
import { CommentOnTaskCommand, SaveTaskDraftCommand } from './note-on-task.command.js';
import { type TaskFacts, TaskStore } from './task-store.port.js';

const taskOfOffice = async (
  tx: Tx,
  tasks: TaskStore,
  command: SaveTaskDraftCommand | CommentOnTaskCommand,
): Promise<TaskFacts> => {
  const { actor, taskId } = command;
  const task = await tasks.facts(tx, actor.tenant, taskId);
  if (!task) throw missing('TASKS.UNKNOWN', 'There is no such task.', { details: { taskId } });
  if (!actor.officeIds.includes(task.officeId)) {
    throw denied('TASKS.NOT_YOUR_OFFICE', 'The task belongs to another office.', {
      details: { office: task.officeName },
    });
  }
  return task;
};

@CommandHandler(SaveTaskDraftCommand)
export class SaveTaskDraftHandler implements ICommandHandler<SaveTaskDraftCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskStore,
  ) {}

  execute(command: SaveTaskDraftCommand): Promise<void> {
    return this.unitOfWork.withActor(command.actor, async (tx) => {
      await taskOfOffice(tx, this.tasks, command);
      await this.tasks.saveDraft(tx, command.taskId, command.actor.id, command.data);
    });
  }
}

@CommandHandler(CommentOnTaskCommand)
export class CommentOnTaskHandler implements ICommandHandler<CommentOnTaskCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly keys: IdempotencyRecords,
  ) {}

  execute(command: CommentOnTaskCommand): Promise<{ id: string; at: string }> {
    const { actor, taskId, body, idempotencyKey: key } = command;
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, { actor, key, operation: `comment-on-task ${taskId}`, body }, async () => {
        const task = await taskOfOffice(tx, this.tasks, command);
        const by = { userId: actor.id, onBehalfOf: inNameOf(actor, task) };
        const id = newId();
        return { id, at: await this.tasks.comment(tx, { taskId, by, body, id }) };
      }),
    );
  }
}
