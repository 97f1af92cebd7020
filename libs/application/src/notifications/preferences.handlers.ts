import type { NoticePreference } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import {
  Command,
  CommandHandler,
  type ICommandHandler,
  type IQueryHandler,
  Query,
  QueryHandler,
} from '@nestjs/cqrs';
import { UnitOfWork } from '../transaction/index.js';
import { NoticeMessageStore } from './message-store.port.js';

export class GetNoticePreferencesQuery extends Query<readonly NoticePreference[]> {
  constructor(readonly actor: Actor) {
    super();
  }
}

/** Where else the actor wants to be told; a channel left out is off. */
export class PreferNoticesCommand extends Command<readonly NoticePreference[]> {
  constructor(
    readonly actor: Actor,
    readonly preferences: readonly NoticePreference[],
  ) {
    super();
  }
}

@QueryHandler(GetNoticePreferencesQuery)
export class GetNoticePreferencesHandler implements IQueryHandler<GetNoticePreferencesQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: NoticeMessageStore,
  ) {}

  execute({ actor }: GetNoticePreferencesQuery): Promise<readonly NoticePreference[]> {
    return this.unitOfWork.readAs(actor, (tx) => this.messages.preferences(tx, actor));
  }
}

@CommandHandler(PreferNoticesCommand)
export class PreferNoticesHandler implements ICommandHandler<PreferNoticesCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: NoticeMessageStore,
  ) {}

  execute({ actor, preferences }: PreferNoticesCommand): Promise<readonly NoticePreference[]> {
    return this.unitOfWork.withActor(actor, async (tx) => {
      await this.messages.prefer(tx, actor, preferences);
      return this.messages.preferences(tx, actor);
    });
  }
}
