import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { InboundEventView } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { conflict, denied, missing } from '@lianban/kernel';
import { IdempotencyRecords } from '../idempotency/index.js';
import { oncePerKey } from '../idempotency/once-per-key.js';
import { AfterCommit, UnitOfWork, type Tx } from '../transaction/index.js';
import { InboundEvents } from './inbound-events.port.js';
import { IgnoreInboundEventCommand, ReplayInboundEventCommand } from './intake-desk.commands.js';

export const requireAdmin = (actor: Actor): void => {
  if (!actor.roles.includes('admin')) throw denied('AUTH.NOT_ALLOWED', 'Only an administrator may do this.');
};

/** The change asked for, then the event as it now stands. */
async function settle(
  events: InboundEvents,
  tx: Tx,
  command: { readonly actor: Actor; readonly source: string; readonly id: string },
  change: () => Promise<boolean>,
): Promise<InboundEventView> {
  const { actor, source, id } = command;
  const changed = await change();
  const event = await events.find(tx, actor.tenant, source, id);
  if (event === undefined) throw missing('INTAKE.UNKNOWN_EVENT', 'There is no such event.');
  if (!changed) {
    throw conflict('INTAKE.NOT_UNMATCHED', 'The event is not waiting to be matched.', {
      details: { state: event.state },
    });
  }
  return event;
}

@CommandHandler(ReplayInboundEventCommand)
export class ReplayInboundEventHandler implements ICommandHandler<ReplayInboundEventCommand> {
  constructor(
    private readonly events: InboundEvents,
    private readonly idempotency: IdempotencyRecords,
    private readonly unitOfWork: UnitOfWork,
    private readonly afterCommit: AfterCommit,
  ) {}

  execute(command: ReplayInboundEventCommand): Promise<InboundEventView> {
    const { actor, source, id, idempotencyKey: key } = command;
    requireAdmin(actor);
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(
        this.idempotency,
        tx,
        { actor, key, operation: 'intake.replay', body: { source, id } },
        () => {
          this.afterCommit.changed(tx, { officeIds: [], outbox: true });
          return settle(this.events, tx, command, () => this.events.routeAgain(tx, actor, source, id));
        },
      ),
    );
  }
}

@CommandHandler(IgnoreInboundEventCommand)
export class IgnoreInboundEventHandler implements ICommandHandler<IgnoreInboundEventCommand> {
  constructor(
    private readonly events: InboundEvents,
    private readonly idempotency: IdempotencyRecords,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  execute(command: IgnoreInboundEventCommand): Promise<InboundEventView> {
    const { actor, source, id, reason, idempotencyKey: key } = command;
    requireAdmin(actor);
    return this.unitOfWork.withActor(actor, (tx) =>
      oncePerKey(
        this.idempotency,
        tx,
        { actor, key, operation: 'intake.ignore', body: { source, id, reason } },
        () => settle(this.events, tx, command, () => this.events.ignore(tx, actor, source, id, reason)),
      ),
    );
  }
}
