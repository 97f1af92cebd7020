import { Command } from '@nestjs/cqrs';
import type { Actor } from '@lianban/domain';
import type { InboundEventView } from '@lianban/contracts';

/** Routes an unmatched event again, for instance after a process that hears it was published. */
export class ReplayInboundEventCommand extends Command<InboundEventView> {
  constructor(
    readonly actor: Actor,
    readonly source: string,
    readonly id: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** Puts an unmatched event aside, with a reason. */
export class IgnoreInboundEventCommand extends Command<InboundEventView> {
  constructor(
    readonly actor: Actor,
    readonly source: string,
    readonly id: string,
    readonly reason: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}
