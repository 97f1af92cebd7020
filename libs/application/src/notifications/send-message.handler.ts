import { engineActor } from '@lianban/domain';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { deliveryFailure } from '../outside-deliveries/delivery-failure.js';
import { UnitOfWork } from '../transaction/index.js';
import { NoticeMessageStore } from './message-store.port.js';
import { NoticeChannels } from './notice-channels.port.js';

/** About a day at the intervals of {@link NoticeMessageStore.tryLater}. */
const MOST_ATTEMPTS = 100;

export class SendMessageCommand extends Command<void> {
  constructor(
    readonly tenant: string,
    readonly messageId: string,
  ) {
    super();
  }
}

/**
 * At least once: killed between sending and the receipt, it sends again, under the same id. What fails waits in its
 * own row and not in a queue, so that one receiver that is away holds up nobody else.
 */
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
    let receipt: string;
    try {
      receipt = await this.channels.send(message);
    } catch (thrown) {
      const failure = deliveryFailure(thrown);
      const isWorthTrying = failure.mayPass && message.attempts < MOST_ATTEMPTS;
      await this.unitOfWork.withActor(engine, (tx) =>
        isWorthTrying
          ? this.messages.tryLater(tx, messageId, failure)
          : this.messages.giveUp(tx, messageId, failure),
      );
      return;
    }
    await this.unitOfWork.withActor(engine, (tx) => this.messages.sent(tx, messageId, receipt));
  }
}
