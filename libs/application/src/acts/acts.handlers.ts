import type { ActDone, CasePreview } from '@lianban/contracts';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { v7 as newId } from 'uuid';
import { CaseRehearsal } from '../casework/case-rehearsal.js';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { CaseActs } from './case-acts.js';
import { PerformActCommand, PreviewActQuery } from './acts.commands.js';

@CommandHandler(PerformActCommand)
export class PerformActHandler implements ICommandHandler<PerformActCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: CaseActs,
    private readonly keys: IdempotencyRecords,
  ) {}

  execute({ actor, act, idempotencyKey: key }: PerformActCommand): Promise<ActDone> {
    const on = 'taskId' in act ? act.taskId : 'clockId' in act ? act.clockId : act.caseId;
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, { actor, key, operation: `${act.kind} ${on}`, body: act }, () =>
        this.acts.perform(tx, actor, act, `${act.kind}:${on}:${key}`),
      ),
    );
  }
}

@QueryHandler(PreviewActQuery)
export class PreviewActHandler implements IQueryHandler<PreviewActQuery> {
  constructor(
    private readonly rehearsal: CaseRehearsal,
    private readonly acts: CaseActs,
  ) {}

  execute({ actor, act }: PreviewActQuery): Promise<CasePreview> {
    return this.rehearsal.rehearse(
      actor,
      (tx) => this.acts.caseOf(tx, actor, act),
      (tx) => this.acts.perform(tx, actor, act, `preview:${newId()}`),
      act.kind === 'take-back' || act.kind === 'set-data',
    );
  }
}
