import { AppException } from '@lianban/kernel';
import { engineActor } from '@lianban/domain';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnitOfWork } from '../transaction/index.js';
import { NoticeMessageStore } from './message-store.port.js';
import { NoticeChannels } from './notice-channels.port.js';

export class SendMessageCommand extends Command<void> {
  constructor(
    readonly tenant: string,
    readonly messageId: string,
  ) {
    super();
  }
}

/** At least once: killed between sending and the receipt, it sends again, under the same id. */
@CommandHandler(SendMessageCommand)
export class SendMessageHandler implements ICommandHandler<SendMessageCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: NoticeMessageStore,
    private readonly channels: NoticeChannels,
  ) {}

  async execute({ tenant, messageId }: SendMessageCommand): Promise<void> {
    const engine = engineActor(tenant, messageId);
    const message = await this.unitOfWork.withActor(engine, (tx) => this.messages.attempt(tx, messageId));
    if (!message) return;
    try {
      const receipt = await this.channels.send(message);
      await this.unitOfWork.withActor(engine, (tx) => this.messages.sent(tx, messageId, receipt));
    } catch (failure) {
      const words = failure instanceof AppException ? failure.error.message : String(failure);
      await this.unitOfWork.withActor(engine, (tx) => this.messages.failed(tx, messageId, words));
      throw failure;
    }
  }
}
