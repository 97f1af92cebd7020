import type { OrderDone } from '@lianban/contracts';
import { denied, invalid, missing } from '@lianban/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as newId } from 'uuid';
import { overseesAll } from '../casework/index.js';
import { IdempotencyRecords, oncePerKey } from '../idempotency/index.js';
import { KnownDirectory } from '../routing/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { isLedFromAbove } from './joint-office.js';
import { OrderStore } from './order-store.port.js';
import { DraftOrderCommand } from './orders.requests.js';

@CommandHandler(DraftOrderCommand)
export class DraftOrderHandler implements ICommandHandler<DraftOrderCommand> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderStore,
    private readonly directory: KnownDirectory,
    private readonly keys: IdempotencyRecords,
  ) {}

  async execute({ actor, request, idempotencyKey: key }: DraftOrderCommand): Promise<OrderDone> {
    const directory = await this.directory.of(actor.tenant);
    const own = directory.offices.find(
      ({ id, department }) => actor.officeIds.includes(id) && department === 'joint-meeting',
    );
    if (!overseesAll(actor) || !own) {
      throw denied('ORDERS.NOT_A_JOINT_OFFICE', 'Orders are drafted in a joint-meeting office.');
    }
    const office = directory.offices.find(({ id }) => id === request.office);
    if (!office || !isWithin(directory.parents, office.district, own.district)) {
      throw invalid('ORDERS.OUTSIDE_JURISDICTION', 'That office is not in the jurisdiction.', {
        places: [{ path: 'office', message: request.office }],
      });
    }
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(this.keys, tx, { actor, key, operation: 'draft-order', body: request }, async () => {
        if (!(await this.orders.hasCase(tx, actor.tenant, request.caseId))) {
          throw missing('CASES.UNKNOWN', 'There is no such case.');
        }
        const orderId = newId();
        const { kind, caseId, subject, facts, demand, answerWithin } = request;
        await this.orders.draft(tx, actor, {
          id: orderId,
          kind,
          caseId,
          issuingOffice: own.id,
          office: office.id,
          viaConvenor: isLedFromAbove(directory, office.id),
          subject,
          facts,
          demand,
          ...(answerWithin === undefined ? {} : { answerWithin }),
        });
        return { orderId };
      }),
    );
  }
}

const isWithin = (parents: ReadonlyMap<string, string>, district: string, whole: string): boolean => {
  for (let place: string | undefined = district; place !== undefined; place = parents.get(place)) {
    if (place === whole) return true;
  }
  return false;
};
