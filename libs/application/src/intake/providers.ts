import { AcceptEventHandler } from './accept-event.handler.js';
import { EventDataValidator } from './event-data.validator.js';
import { IgnoreInboundEventHandler, ReplayInboundEventHandler } from './intake-desk.handlers.js';
import {
  GetInboundEventHandler,
  ListInboundEventsHandler,
  ListInboundRefusalsHandler,
} from './intake-desk.queries.js';
import { RefusalLog } from './refusal-log.js';

export const intakeProviders = [
  AcceptEventHandler,
  EventDataValidator,
  GetInboundEventHandler,
  IgnoreInboundEventHandler,
  ListInboundEventsHandler,
  ListInboundRefusalsHandler,
  RefusalLog,
  ReplayInboundEventHandler,
];
