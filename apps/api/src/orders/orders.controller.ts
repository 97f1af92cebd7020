import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ActOnOrderCommand,
  CountOrdersQuery,
  DraftOrderCommand,
  GetOrderQuery,
  ListAgendaQuery,
  ListOrdersQuery,
  SettleAgendaItemCommand,
} from '@lianban/application';
import {
  agendaParams,
  draftOrderRequest,
  listOrdersQuery,
  orderActRequest,
  orderParams,
  settleAgendaRequest,
  type AgendaDone,
  type AgendaItemView,
  type DraftOrderRequest,
  type ListOrdersRequest,
  type OrderActRequest,
  type OrderCounts,
  type OrderDetail,
  type OrderDone,
  type OrderRow,
  type Page,
  type SettleAgendaRequest,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

interface ById {
  readonly id: string;
}

/** 督办单, 催办通知, 通报 and the agenda of the joint meeting. */
@Controller('api')
@Roles('clerk', 'registrar', 'supervisor', 'admin')
export class OrdersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('orders')
  @Answers('Page<OrderRow>', 'Orders, letters and criticism; an office sees what was served on it')
  list(
    @ActingPerson() actor: Actor,
    @QueryOf(listOrdersQuery) query: ListOrdersRequest,
  ): Promise<Page<OrderRow>> {
    return this.queries.execute(new ListOrdersQuery(actor, query));
  }

  @Get('orders/counts')
  @Answers('OrderCounts', 'How many each list holds')
  counts(@ActingPerson() actor: Actor): Promise<OrderCounts> {
    return this.queries.execute(new CountOrdersQuery(actor));
  }

  @Get('orders/:id')
  @Answers('OrderDetail', 'One of them, with its life and its words')
  order(@ActingPerson() actor: Actor, @PathOf(orderParams) path: ById): Promise<OrderDetail> {
    return this.queries.execute(new GetOrderQuery(actor, path.id));
  }

  @Post('orders')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  @Answers('OrderDone', 'Draft one; somebody authorised issues it')
  draft(
    @ActingPerson() actor: Actor,
    @BodyOf(draftOrderRequest) body: DraftOrderRequest,
    @IdempotencyKey() key: string,
  ): Promise<OrderDone> {
    return this.commands.execute(new DraftOrderCommand(actor, body, key));
  }

  @Post('orders/:id/acts')
  @HttpCode(200)
  @Answers('OrderDone', 'Issue, serve, acknowledge, answer, send back, accept, strike off or withdraw')
  act(
    @ActingPerson() actor: Actor,
    @PathOf(orderParams) path: ById,
    @BodyOf(orderActRequest) body: OrderActRequest,
    @IdempotencyKey() key: string,
  ): Promise<OrderDone> {
    return this.commands.execute(new ActOnOrderCommand(actor, path.id, body, key));
  }

  @Get('agenda')
  @Roles('supervisor', 'admin')
  @Answers('AgendaItemView[]', 'What joint meetings have to talk about, oldest first')
  agenda(@ActingPerson() actor: Actor): Promise<readonly AgendaItemView[]> {
    return this.queries.execute(new ListAgendaQuery(actor));
  }

  @Post('agenda/:id/settle')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  @Answers('AgendaDone', 'Keep what the meeting resolved')
  settle(
    @ActingPerson() actor: Actor,
    @PathOf(agendaParams) path: ById,
    @BodyOf(settleAgendaRequest) body: SettleAgendaRequest,
    @IdempotencyKey() key: string,
  ): Promise<AgendaDone> {
    return this.commands.execute(new SettleAgendaItemCommand(actor, path.id, body, key));
  }
}
