import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  GetInboundEventQuery,
  IgnoreInboundEventCommand,
  ListInboundEventsQuery,
  ListInboundRefusalsQuery,
  ReplayInboundEventCommand,
  type InboundState,
  type PageRequest,
} from '@lianban/application';
import {
  ignoreEventRequest,
  inboundEventParams,
  inboundEventsQuery,
  inboundRefusalsQuery,
  noBody,
  type InboundEventRow,
  type InboundEventView,
  type InboundRefusalRow,
  type Page,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Roles } from '../http/access.js';
import { ActingPerson, BodyOf, IdempotencyKey, PathOf, QueryOf } from '../http/parameters.js';
import { Answers } from '../openapi/answers.js';

interface EventPath {
  readonly source: string;
  readonly id: string;
}

@Controller('api/intake')
@Roles('admin')
export class IntakeDeskController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('events')
  @Answers('Page<InboundEventRow>', 'Events received, newest first')
  events(
    @ActingPerson() actor: Actor,
    @QueryOf(inboundEventsQuery) query: PageRequest & { state?: InboundState },
  ): Promise<Page<InboundEventRow>> {
    return this.queries.execute(new ListInboundEventsQuery(actor, query));
  }

  @Get('refusals')
  @Answers('Page<InboundRefusalRow>', 'Deliveries refused at the door, newest first')
  refusals(
    @ActingPerson() actor: Actor,
    @QueryOf(inboundRefusalsQuery) query: PageRequest,
  ): Promise<Page<InboundRefusalRow>> {
    return this.queries.execute(new ListInboundRefusalsQuery(actor, query));
  }

  @Get('events/:source/:id')
  @Answers('InboundEventView', 'One event with its body')
  event(
    @ActingPerson() actor: Actor,
    @PathOf(inboundEventParams) path: EventPath,
  ): Promise<InboundEventView> {
    return this.queries.execute(new GetInboundEventQuery(actor, path.source, path.id));
  }

  @Post('events/:source/:id/replay')
  @HttpCode(200)
  @Answers('InboundEventView', 'Route an unmatched event again')
  replay(
    @ActingPerson() actor: Actor,
    @PathOf(inboundEventParams) path: EventPath,
    @BodyOf(noBody) _body: unknown,
    @IdempotencyKey() key: string,
  ): Promise<InboundEventView> {
    return this.commands.execute(new ReplayInboundEventCommand(actor, path.source, path.id, key));
  }

  @Post('events/:source/:id/ignore')
  @HttpCode(200)
  @Answers('InboundEventView', 'Put an unmatched event aside, with a reason')
  ignore(
    @ActingPerson() actor: Actor,
    @PathOf(inboundEventParams) path: EventPath,
    @BodyOf(ignoreEventRequest) body: { readonly reason: string },
    @IdempotencyKey() key: string,
  ): Promise<InboundEventView> {
    return this.commands.execute(
      new IgnoreInboundEventCommand(actor, path.source, path.id, body.reason, key),
    );
  }
}
