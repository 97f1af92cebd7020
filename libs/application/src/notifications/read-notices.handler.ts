import type { NoticeCount } from '@lianban/contracts';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnitOfWork } from '../transaction/index.js';
import { NoticeStore } from './notice-store.port.js';
import { ReadNoticesCommand } from './notices.commands.js';

@CommandHandler(ReadNoticesCommand)
export class ReadNoticesHandler implements ICommandHandler<ReadNoticesCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticeStore,
  ) {}

  execute({ actor, ids }: ReadNoticesCommand): Promise<NoticeCount> {
    return this.unitOfWork.withActor(actor, async (tx) => {
      await this.notices.read(tx, actor, ids);
      return this.notices.unread(tx, actor);
    });
  }
}
