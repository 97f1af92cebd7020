import { ladderProblems } from '@lianban/domain';
import { conflict, invalid, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { LadderView, LadderWatchView } from '@lianban/contracts';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { type Tx, UnitOfWork } from '../transaction/index.js';
import { LadderStore } from './ladder-store.port.js';
import { LadderWatchStore } from './ladder-watch-store.port.js';
import {
  DiscardLadderDraftCommand,
  GetLadderWatchQuery,
  ListLaddersQuery,
  PublishLadderCommand,
  SaveLadderDraftCommand,
} from './ladders.commands.js';

@QueryHandler(ListLaddersQuery)
export class ListLaddersHandler implements IQueryHandler<ListLaddersQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ladders: LadderStore,
  ) {}

  execute({ actor }: ListLaddersQuery): Promise<readonly LadderView[]> {
    return this.unitOfWork.readAs(actor, (tx) => this.ladders.list(tx, actor.tenant));
  }
}

@QueryHandler(GetLadderWatchQuery)
export class GetLadderWatchHandler implements IQueryHandler<GetLadderWatchQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly watch: LadderWatchStore,
  ) {}

  execute({ actor }: GetLadderWatchQuery): Promise<LadderWatchView> {
    return this.unitOfWork.readAs(actor, (tx) => this.watch.view(tx, actor.tenant));
  }
}

@CommandHandler(SaveLadderDraftCommand)
export class SaveLadderDraftHandler implements ICommandHandler<SaveLadderDraftCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ladders: LadderStore,
  ) {}

  execute({ actor, code, request }: SaveLadderDraftCommand): Promise<{ readonly revision: number }> {
    return this.unitOfWork.withActor(actor, async (tx) => {
      const revision = await this.ladders.saveDraft(tx, actor, code, request.content, request.revision);
      if (revision === undefined) throw staleDraft();
      return { revision };
    });
  }
}

@CommandHandler(DiscardLadderDraftCommand)
export class DiscardLadderDraftHandler implements ICommandHandler<DiscardLadderDraftCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ladders: LadderStore,
  ) {}

  execute({ actor, code }: DiscardLadderDraftCommand): Promise<void> {
    return this.unitOfWork.withActor(actor, async (tx) => {
      if (!(await this.ladders.discardDraft(tx, actor.tenant, code))) throw noDraft(code);
    });
  }
}

@CommandHandler(PublishLadderCommand)
export class PublishLadderHandler implements ICommandHandler<PublishLadderCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ladders: LadderStore,
    private readonly keys: IdempotencyRecords,
  ) {}

  execute(command: PublishLadderCommand): Promise<{ readonly version: number }> {
    const { actor, code, request, idempotencyKey: key } = command;
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, { actor, key, operation: `publish-ladder ${code}`, body: request }, () =>
        this.publish(tx, command),
      ),
    );
  }

  private async publish(
    tx: Tx,
    { actor, code, request }: PublishLadderCommand,
  ): Promise<{ readonly version: number }> {
    const draft = await this.ladders.draft(tx, actor.tenant, code);
    if (!draft) throw noDraft(code);
    if (draft.revision !== request.revision) throw staleDraft();
    const [newest, now] = await Promise.all([
      this.ladders.newest(tx, actor.tenant, code),
      this.ladders.now(tx),
    ]);
    const effectiveFrom = new Date(request.effectiveFrom).toISOString();
    // A clock that already started would otherwise turn out to have climbed the wrong version.
    if (effectiveFrom < now) {
      throw invalid('LADDERS.EFFECTIVE_IN_THE_PAST', 'A version takes effect now or later.', {
        places: [
          { path: '/effectiveFrom', code: 'LADDERS.EFFECTIVE_IN_THE_PAST', message: 'not before now' },
        ],
      });
    }
    const { content } = draft;
    if (newest && newest.content.serves !== content.serves) {
      throw invalid('LADDERS.USE_CHANGED', 'Processes were published against what this ladder is made for.', {
        places: [{ path: '/content/serves', code: 'LADDERS.USE_CHANGED', message: newest.content.serves }],
      });
    }
    const problems = ladderProblems(content);
    if (problems.length > 0) {
      throw invalid('LADDERS.REFUSED', 'The ladder cannot be published as it is.', {
        places: problems.map(({ path, code: found, zh, en }) => ({
          path: `/content${path}`,
          code: found,
          message: en,
          zh,
        })),
      });
    }
    const version = (newest?.version ?? 0) + 1;
    await this.ladders.publish(tx, actor, {
      code,
      version,
      content,
      ...(newest ? { before: newest.content } : {}),
      effectiveFrom,
      reason: request.reason,
    });
    return { version };
  }
}

const noDraft = (code: string) =>
  missing('LADDERS.NO_DRAFT', 'There is no draft of this ladder.', { details: { code } });

const staleDraft = () =>
  conflict('LADDERS.DRAFT_STALE', 'Somebody else has saved this draft since it was read.');
