import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { InboundEventRow, InboundEventView, InboundRefusalRow, Page } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { missing } from '@lianban/kernel';
import { UnitOfWork } from '../transaction/index.js';
import { InboundEvents, type InboundState, type PageRequest } from './inbound-events.port.js';
import { requireAdmin } from './intake-desk.handlers.js';

export class ListInboundEventsQuery extends Query<Page<InboundEventRow>> {
  constructor(
    readonly actor: Actor,
    readonly request: PageRequest & { readonly state?: InboundState | undefined },
  ) {
    super();
  }
}

export class ListInboundRefusalsQuery extends Query<Page<InboundRefusalRow>> {
  constructor(
    readonly actor: Actor,
    readonly request: PageRequest,
  ) {
    super();
  }
}

export class GetInboundEventQuery extends Query<InboundEventView> {
  constructor(
    readonly actor: Actor,
    readonly source: string,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(ListInboundEventsQuery)
export class ListInboundEventsHandler implements IQueryHandler<ListInboundEventsQuery> {
  constructor(
    private readonly events: InboundEvents,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  execute({ actor, request }: ListInboundEventsQuery): Promise<Page<InboundEventRow>> {
    requireAdmin(actor);
    return this.unitOfWork.withActor(actor, (tx) => this.events.list(tx, actor.tenant, request));
  }
}

@QueryHandler(ListInboundRefusalsQuery)
export class ListInboundRefusalsHandler implements IQueryHandler<ListInboundRefusalsQuery> {
  constructor(
    private readonly events: InboundEvents,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  execute({ actor, request }: ListInboundRefusalsQuery): Promise<Page<InboundRefusalRow>> {
    requireAdmin(actor);
    return this.unitOfWork.withActor(actor, (tx) => this.events.refusals(tx, actor.tenant, request));
  }
}

@QueryHandler(GetInboundEventQuery)
export class GetInboundEventHandler implements IQueryHandler<GetInboundEventQuery> {
  constructor(
    private readonly events: InboundEvents,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async execute({ actor, source, id }: GetInboundEventQuery): Promise<InboundEventView> {
    requireAdmin(actor);
    const event = await this.unitOfWork.withActor(actor, (tx) =>
      this.events.find(tx, actor.tenant, source, id),
    );
    if (event === undefined) throw missing('INTAKE.UNKNOWN_EVENT', 'There is no such event.');
    return event;
  }
}
