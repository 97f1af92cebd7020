import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { CompleteTaskCommand, type TaskCompleted } from './complete-task.command.js';
import { TaskCompletion } from './task-completion.js';

@CommandHandler(CompleteTaskCommand)
export class CompleteTaskHandler implements ICommandHandler<CompleteTaskCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly completion: TaskCompletion,
    private readonly keys: IdempotencyRecords,
  ) {}

  execute(command: CompleteTaskCommand): Promise<TaskCompleted> {
    const { actor, taskId, body, idempotencyKey } = command;
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(
        this.keys,
        tx,
        { actor, key: idempotencyKey, operation: `complete-task ${taskId}`, body },
        (found) => this.completion.complete(tx, command, found),
        () => this.completion.look(tx, command),
      ),
    );
  }
}
