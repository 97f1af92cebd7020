export { AcceptEventCommand, type DeliveryFault } from './accept-event.command.js';
export { IntakeCatalogue, type EventSource } from './event-sources.port.js';
export {
  InboundEvents,
  type InboundState,
  type KnownInboundEvent,
  type NewInboundEvent,
  type NewRefusal,
  type PageRequest,
} from './inbound-events.port.js';
export { IgnoreInboundEventCommand, ReplayInboundEventCommand } from './intake-desk.commands.js';
export {
  GetInboundEventQuery,
  ListInboundEventsQuery,
  ListInboundRefusalsQuery,
} from './intake-desk.queries.js';
export { intakeProviders } from './providers.js';
