import type { Actor } from '@lianban/domain';
import { Command } from '@nestjs/cqrs';
import type { CloudEvent } from '@lianban/contracts';
import type { EventMatch } from './event-route-store.port.js';

/**
 * Finds the cases an event belongs to and the processes it starts. May be repeated: each match is a transition of its
 * own, applied once. `event` is given for events of our own services; an inbound one is read from the inbox.
 */
export class RouteEventCommand extends Command<readonly EventMatch[]> {
  constructor(
    readonly actor: Actor,
    readonly origin: { readonly source: string; readonly id: string },
    readonly event?: CloudEvent,
  ) {
    super();
  }
}
