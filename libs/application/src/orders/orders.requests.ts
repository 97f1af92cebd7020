import type {
  AgendaDone,
  AgendaItemView,
  DraftOrderRequest,
  ListOrdersRequest,
  OrderActRequest,
  OrderCounts,
  OrderDetail,
  OrderDone,
  OrderRow,
  Page,
  SettleAgendaRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Command, Query } from '@nestjs/cqrs';

/** A supervisor drafts a 督办单, a letter or a criticism. */
export class DraftOrderCommand extends Command<OrderDone> {
  constructor(
    readonly actor: Actor,
    readonly request: DraftOrderRequest,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** One act of its life: issue, serve, acknowledge, answer, send back, accept, strike off, withdraw. */
export class ActOnOrderCommand extends Command<OrderDone> {
  constructor(
    readonly actor: Actor,
    readonly orderId: string,
    readonly request: OrderActRequest,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

export class ListOrdersQuery extends Query<Page<OrderRow>> {
  constructor(
    readonly actor: Actor,
    readonly request: ListOrdersRequest,
  ) {
    super();
  }
}

/** How many papers each list holds. */
export class CountOrdersQuery extends Query<OrderCounts> {
  constructor(readonly actor: Actor) {
    super();
  }
}

export class GetOrderQuery extends Query<OrderDetail> {
  constructor(
    readonly actor: Actor,
    readonly orderId: string,
  ) {
    super();
  }
}

export class ListAgendaQuery extends Query<readonly AgendaItemView[]> {
  constructor(readonly actor: Actor) {
    super();
  }
}

/** A joint meeting has talked about an item and resolved. */
export class SettleAgendaItemCommand extends Command<AgendaDone> {
  constructor(
    readonly actor: Actor,
    readonly itemId: string,
    readonly request: SettleAgendaRequest,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}
