import type { MessageState, NoticeChannel, NoticePreferences } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { denied, invalid, missing } from '@lianban/kernel';
import {
  Command,
  CommandHandler,
  type ICommandHandler,
  type IQueryHandler,
  Query,
  QueryHandler,
} from '@nestjs/cqrs';
import { overseesAll } from '../casework/index.js';
import { AfterCommit, UnitOfWork } from '../transaction/index.js';
import { NoticeMessageStore } from './message-store.port.js';

export class GetNoticePreferencesQuery extends Query<NoticePreferences> {
  constructor(readonly actor: Actor) {
    super();
  }
}

/** Where else the actor wants to be told; a channel left out is off. */
export class PreferNoticesCommand extends Command<NoticePreferences> {
  constructor(
    readonly actor: Actor,
    readonly preferences: NoticePreferences,
  ) {
    super();
  }
}

/** Sends the actor a message by a channel of theirs; answers how far it came. */
export class SendTestMessageCommand extends Command<MessageState> {
  constructor(
    readonly actor: Actor,
    readonly channel: NoticeChannel,
  ) {
    super();
  }
}

/** What became of a message to the actor. */
export class GetMessageStateQuery extends Query<MessageState> {
  constructor(
    readonly actor: Actor,
    readonly messageId: string,
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

  execute({ actor }: GetNoticePreferencesQuery): Promise<NoticePreferences> {
    return this.unitOfWork.readAs(actor, (tx) => this.messages.preferences(tx, actor));
  }
}

@CommandHandler(PreferNoticesCommand)
export class PreferNoticesHandler implements ICommandHandler<PreferNoticesCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: NoticeMessageStore,
  ) {}

  async execute({ actor, preferences }: PreferNoticesCommand): Promise<NoticePreferences> {
    if (preferences.digest && !overseesAll(actor)) {
      throw denied('NOTICES.DIGEST_NOT_YOURS', 'Only supervisors subscribe to a digest of their scope.');
    }
    return this.unitOfWork.withActor(actor, async (tx) => {
      await this.messages.prefer(tx, actor, preferences);
      return this.messages.preferences(tx, actor);
    });
  }
}

@CommandHandler(SendTestMessageCommand)
export class SendTestMessageHandler implements ICommandHandler<SendTestMessageCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: NoticeMessageStore,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute({ actor, channel }: SendTestMessageCommand): Promise<MessageState> {
    return this.unitOfWork.withActor(actor, async (tx) => {
      const id = await this.messages.write(tx, actor.id, channel, { kind: 'test' });
      if (id === undefined)
        throw invalid('NOTICES.NO_ADDRESS', 'Save an address of this channel before a test.');
      this.afterCommit.changed(tx, { officeIds: [], outbox: true });
      return { id, state: 'waiting', attempts: 0 };
    });
  }
}

@QueryHandler(GetMessageStateQuery)
export class GetMessageStateHandler implements IQueryHandler<GetMessageStateQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: NoticeMessageStore,
  ) {}

  async execute({ actor, messageId }: GetMessageStateQuery): Promise<MessageState> {
    const state = await this.unitOfWork.readAs(actor, (tx) => this.messages.state(tx, actor, messageId));
    if (!state) throw missing('NOTICES.NO_SUCH_MESSAGE', 'There is no such message to you.');
    return state;
  }
}
