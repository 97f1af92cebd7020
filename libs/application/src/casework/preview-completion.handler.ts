import type { CompletionPreview } from '@lianban/contracts';
import { missing } from '@lianban/kernel';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { v7 as newId } from 'uuid';
import { BusinessCalendars } from '../calendars/index.js';
import { DefinitionCatalog } from '../definitions/index.js';
import { CompleteTaskCommand, TaskCompletion } from '../tasks/index.js';
import { type Tx, UnitOfWork } from '../transaction/index.js';
import { CaseReader } from './case-reader.port.js';
import { PreviewCompletionQuery } from './casework.queries.js';
import { type CaseSide, previewOf } from './completion-preview.js';
import { describeClock } from './describe-clock.js';

/** Carries the answer out of a transaction that must not commit. */
class RolledBack extends Error {
  constructor(readonly preview: CompletionPreview) {
    super('Rolled back on purpose.');
  }
}

/**
 * The consequence of a legal act, shown first. It is the act itself, done and rolled back: whatever routing, rules,
 * clocks and documents will do is what they did.
 */
@QueryHandler(PreviewCompletionQuery)
export class PreviewCompletionHandler implements IQueryHandler<PreviewCompletionQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly completion: TaskCompletion,
    private readonly definitions: DefinitionCatalog,
    private readonly calendars: BusinessCalendars,
  ) {}

  async execute({ actor, taskId, body }: PreviewCompletionQuery): Promise<CompletionPreview> {
    try {
      return await this.unitOfWork.withActor(actor, async (tx) => {
        const task = await this.reader.task(tx, actor.tenant, taskId, actor.id);
        if (!task) throw missing('TASKS.UNKNOWN', 'There is no such task.', { details: { taskId } });
        const before = await this.side(tx, actor.tenant, task.row.caseId);
        const command = new CompleteTaskCommand(actor, taskId, body, newId());
        await this.completion.complete(tx, command, await this.completion.look(tx, command));
        throw new RolledBack(previewOf(before, await this.side(tx, actor.tenant, task.row.caseId)));
      });
    } catch (failure) {
      if (failure instanceof RolledBack) return failure.preview;
      throw failure;
    }
  }

  private async side(tx: Tx, tenant: string, caseId: string): Promise<CaseSide> {
    const file = await this.reader.caseFile(tx, tenant, caseId);
    if (!file) throw missing('CASES.UNKNOWN', 'There is no such case.', { details: { caseId } });
    const [{ plan }, { calendar, ladders }] = await Promise.all([
      this.definitions.byId(file.definitionId),
      this.calendars.of(tenant),
    ]);
    return {
      ...file,
      clocks: file.clocks.flatMap(
        (clock) =>
          describeClock(
            clock,
            plan.clocks[clock.definition],
            ladders.get(clock.ladder),
            calendar,
            file.now,
          ) ?? [],
      ),
      court: file.court.map((entry) => ({
        ...entry,
        name: plan.nodes[entry.node]?.name ?? { zh: entry.node, en: entry.node },
      })),
    };
  }
}
