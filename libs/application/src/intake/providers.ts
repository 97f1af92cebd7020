import { AcceptEventHandler } from './accept-event.handler.js';
import { IgnoreInboundEventHandler, ReplayInboundEventHandler } from './intake-desk.handlers.js';
import {
  GetInboundEventHandler,
  ListInboundEventsHandler,
  ListInboundRefusalsHandler,
} from './intake-desk.queries.js';
import { RefusalLog } from './refusal-log.js';

export const intakeProviders = [
  AcceptEventHandler,
  GetInboundEventHandler,
  IgnoreInboundEventHandler,
  ListInboundEventsHandler,
  ListInboundRefusalsHandler,
  RefusalLog,
  ReplayInboundEventHandler,
];
