import type { AgendaDone } from '@lianban/contracts';
import { missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { OrderStore } from './order-store.port.js';
import { SettleAgendaItemCommand } from './orders.requests.js';

@CommandHandler(SettleAgendaItemCommand)
export class SettleAgendaItemHandler implements ICommandHandler<SettleAgendaItemCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderStore,
    private readonly keys: IdempotencyRecords,
  ) {}

  execute({ actor, itemId, request, idempotencyKey: key }: SettleAgendaItemCommand): Promise<AgendaDone> {
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(
        this.keys,
        tx,
        { actor, key, operation: `settle-agenda-item ${itemId}`, body: request },
        async () => {
          // Only the office of that meeting settles it: another's is answered like one that is not there.
          if (!(await this.orders.settleAgendaItem(tx, actor, itemId, request.resolution))) {
            throw missing('ORDERS.AGENDA_ITEM_UNKNOWN', 'There is no such unsettled item of your meeting.');
          }
          return { agendaItemId: itemId };
        },
      ),
    );
  }
}
