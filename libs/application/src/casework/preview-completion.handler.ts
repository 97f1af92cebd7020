import type { CasePreview } from '@lianban/contracts';
import { missing } from '@lianban/kernel';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { v7 as newId } from 'uuid';
import { CompleteTaskCommand, TaskCompletion, TaskStore } from '../tasks/index.js';
import { CaseRehearsal } from './case-rehearsal.js';
import { PreviewCompletionQuery } from './casework.queries.js';

@QueryHandler(PreviewCompletionQuery)
export class PreviewCompletionHandler implements IQueryHandler<PreviewCompletionQuery> {
  constructor(
    private readonly rehearsal: CaseRehearsal,
    private readonly tasks: TaskStore,
    private readonly completion: TaskCompletion,
  ) {}

  execute({ actor, taskId, body }: PreviewCompletionQuery): Promise<CasePreview> {
    return this.rehearsal.rehearse(
      actor,
      async (tx) => {
        const task = await this.tasks.facts(tx, actor.tenant, taskId);
        if (!task) throw missing('TASKS.UNKNOWN', 'There is no such task.', { details: { taskId } });
        return task.caseId;
      },
      async (tx) => {
        const command = new CompleteTaskCommand(actor, taskId, body, newId());
        await this.completion.complete(tx, command, await this.completion.look(tx, command));
      },
    );
  }
}
