import { engineActor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { AfterCommit, UnitOfWork } from '../transaction/index.js';
import { NoticeMessageStore } from './message-store.port.js';

const BATCH = 200;

/** From notices to messages in the outbox. Several may run; each takes its own rows. */
@Injectable()
export class GatherNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: NoticeMessageStore,
    private readonly afterCommit: AfterCommit,
  ) {}

  /** One round; answers whether there may be more. */
  run(tenant: string): Promise<boolean> {
    return this.unitOfWork.withActor(engineActor(tenant), async (tx) => {
      const looked = await this.messages.schedule(tx, BATCH);
      const made = await this.messages.gather(tx, BATCH);
      if (made > 0) this.afterCommit.changed(tx, { officeIds: [], outbox: true });
      return looked === BATCH || made >= BATCH;
    });
  }
}
