import type { AgendaItemView, OrderCounts, OrderDetail, OrderList, OrderRow, Page } from '@lianban/contracts';
import { type Actor, type OrderState, isServed, mayReadOrder, orderActsOf } from '@lianban/domain';
import { missing } from '@lianban/kernel';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { overseesAll } from '../casework/index.js';
import { DocumentTemplates } from '../documents/index.js';
import { decodeCursor, encodeCursor } from '../inbox/index.js';
import { KnownDirectory } from '../routing/index.js';
import { UnitOfWork } from '../transaction/index.js';
import { OrderStore } from './order-store.port.js';
import { CountOrdersQuery, GetOrderQuery, ListAgendaQuery, ListOrdersQuery } from './orders.requests.js';
import { paragraphsOfOrder, titleOfOrder } from './words-of-order.js';

const PAGE = 50;

const LISTS: Readonly<Record<OrderList, readonly OrderState[]>> = {
  'to-issue': ['drafted'],
  'to-serve': ['issued'],
  unanswered: ['served', 'acknowledged', 'sent-back'],
  'to-review': ['answered', 'accepted'],
  open: ['drafted', 'issued', 'served', 'acknowledged', 'answered', 'sent-back', 'accepted'],
  closed: ['struck-off', 'withdrawn'],
};

/** What is not served yet is no business of the unit it will be addressed to. */
const statesFor = (actor: Actor, list: OrderList): readonly OrderState[] =>
  LISTS[list].filter((state) => overseesAll(actor) || isServed(state));

@QueryHandler(ListOrdersQuery)
export class ListOrdersHandler implements IQueryHandler<ListOrdersQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderStore,
  ) {}

  async execute({ actor, request }: ListOrdersQuery): Promise<Page<OrderRow>> {
    const limit = request.limit ?? PAGE;
    const states = statesFor(actor, request.list);
    if (states.length === 0) return { items: [] };
    const found = await this.unitOfWork.readAs(actor, (tx) =>
      this.orders.list(tx, actor.tenant, {
        ...(overseesAll(actor) ? {} : { officeIds: actor.officeIds }),
        states,
        ...(request.case === undefined ? {} : { caseId: request.case }),
        limit: limit + 1,
        ...(request.after === undefined ? {} : { after: decodeCursor(request.after) }),
      }),
    );
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return found.length > limit && last
      ? { items, next: encodeCursor({ at: new Date(last.stateSince).toISOString(), id: last.id }) }
      : { items };
  }
}

@QueryHandler(CountOrdersQuery)
export class CountOrdersHandler implements IQueryHandler<CountOrdersQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderStore,
  ) {}

  async execute({ actor }: CountOrdersQuery): Promise<OrderCounts> {
    const states = [...statesFor(actor, 'open'), ...statesFor(actor, 'closed')];
    const counted = await this.unitOfWork.readAs(actor, (tx) =>
      this.orders.count(tx, actor.tenant, states, overseesAll(actor) ? undefined : actor.officeIds),
    );
    const of = (list: OrderList): number =>
      statesFor(actor, list).reduce((sum, state) => sum + (counted.get(state) ?? 0), 0);
    return {
      'to-issue': of('to-issue'),
      'to-serve': of('to-serve'),
      unanswered: of('unanswered'),
      'to-review': of('to-review'),
      open: of('open'),
      closed: of('closed'),
    };
  }
}

@QueryHandler(GetOrderQuery)
export class GetOrderHandler implements IQueryHandler<GetOrderQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderStore,
    private readonly templates: DocumentTemplates,
    private readonly directory: KnownDirectory,
  ) {}

  async execute({ actor, orderId }: GetOrderQuery): Promise<OrderDetail> {
    const directory = await this.directory.of(actor.tenant);
    return this.unitOfWork.readAs(actor, async (tx) => {
      const order = await this.orders.detail(tx, actor.tenant, orderId);
      const mine =
        order !== undefined &&
        mayReadOrder(
          { issuingOffice: order.issuingOffice.id, addressedOffice: order.office.id, state: order.state },
          { officeIds: actor.officeIds, oversees: overseesAll(actor) },
        );
      if (!mine) throw missing('ORDERS.UNKNOWN', 'There is no such order.');
      const template = await this.templates.inForce(tx, actor.tenant, order.kind);
      const drafter = order.steps.find(({ act }) => act === 'draft');
      const draftedBy = drafter?.payload['by'];
      const acts = orderActsOf(
        {
          kind: order.kind,
          state: order.state,
          issuingOffice: order.issuingOffice.id,
          addressedOffice: order.office.id,
          viaConvenor: order.viaConvenor,
          ...(typeof draftedBy === 'string' ? { draftedBy } : {}),
        },
        {
          id: actor.id,
          officeIds: actor.officeIds,
          issuingPosts: directory.holders
            .filter(({ userId, officeId }) => userId === actor.id && officeId === order.issuingOffice.id)
            .map(({ post }) => post),
        },
      );
      const unit = order.office.name.zh;
      const paragraphs = template
        ? paragraphsOfOrder(template, { ...order, caseNo: order.case.no, unit })
        : [];
      return {
        ...order,
        acts,
        preview: {
          title: titleOfOrder(order.kind),
          addressee: unit,
          paragraphs,
          issuer: order.issuingOffice.name.zh,
        },
      };
    });
  }
}

@QueryHandler(ListAgendaQuery)
export class ListAgendaHandler implements IQueryHandler<ListAgendaQuery> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderStore,
  ) {}

  execute({ actor }: ListAgendaQuery): Promise<readonly AgendaItemView[]> {
    return this.unitOfWork.readAs(actor, (tx) =>
      this.orders.agenda(tx, actor.tenant, overseesAll(actor) ? undefined : actor.officeIds),
    );
  }
}
