import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ListFailedDeliveriesQuery, RetryDeliveryCommand } from '@lianban/application';
import {
  type FailedDeliveriesRequest,
  failedDeliveriesQuery,
  outsideDeliveryParams,
  type FailedDelivery,
  type OutsideDeliveryParams,
  type Page,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, PathOf, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

/** Messages and to-dos that did not leave the house. */
@Controller('api/outside-deliveries')
@Roles('admin')
export class OutsideDeliveriesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('failed')
  @Answers('Page<FailedDelivery>', 'Deliveries that were given up, newest first')
  failed(
    @ActingPerson() actor: Actor,
    @QueryOf(failedDeliveriesQuery) page: FailedDeliveriesRequest,
  ): Promise<Page<FailedDelivery>> {
    return this.queries.execute(new ListFailedDeliveriesQuery(actor, page));
  }

  @Post(':kind/:id/retry')
  @HttpCode(204)
  @Answers(undefined, 'Try a delivery again that was given up')
  async retry(
    @ActingPerson() actor: Actor,
    @PathOf(outsideDeliveryParams) path: OutsideDeliveryParams,
  ): Promise<void> {
    await this.commands.execute(new RetryDeliveryCommand(actor, path));
  }
}
