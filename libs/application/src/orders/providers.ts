import { ListTemplatesHandler, PublishTemplateHandler } from '../documents/index.js';
import { ActOnOrderHandler } from './act-on-order.handler.js';
import { DraftOrderHandler } from './draft-order.handler.js';
import {
  CountOrdersHandler,
  GetOrderHandler,
  ListAgendaHandler,
  ListOrdersHandler,
} from './orders.queries.handlers.js';
import { SettleAgendaItemHandler } from './settle-agenda-item.handler.js';

export const orderProviders = [
  DraftOrderHandler,
  ActOnOrderHandler,
  ListOrdersHandler,
  CountOrdersHandler,
  GetOrderHandler,
  ListAgendaHandler,
  SettleAgendaItemHandler,
  ListTemplatesHandler,
  PublishTemplateHandler,
];
