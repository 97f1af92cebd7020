import { engineActor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../transaction/index.js';
import { NoticeMessageStore } from './message-store.port.js';
import { NoticeChannels } from './notice-channels.port.js';

const BATCH = 100;

/** Asks gateways what became of the messages they took. */
@Injectable()
export class CollectReceipts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: NoticeMessageStore,
    private readonly channels: NoticeChannels,
  ) {}

  async run(tenant: string): Promise<void> {
    const engine = engineActor(tenant);
    const ids = await this.unitOfWork.readAs(engine, (tx) => this.messages.underWay(tx, BATCH));
    if (ids.length === 0) return;
    const receipts = await this.channels.receipts(ids);
    if (receipts.length === 0) return;
    await this.unitOfWork.withActor(engine, (tx) => this.messages.received(tx, receipts));
  }
}
