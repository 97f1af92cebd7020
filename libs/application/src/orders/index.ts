export { DraftFromRung } from './draft-from-rung.js';
export type { KnownOrder, NewAgendaItem, NewOrder, OrderFilter, OrderMove } from './order-store.port.js';
export { OrderStore } from './order-store.port.js';
export {
  ActOnOrderCommand,
  CountOrdersQuery,
  DraftOrderCommand,
  GetOrderQuery,
  ListAgendaQuery,
  ListOrdersQuery,
  SettleAgendaItemCommand,
} from './orders.requests.js';
export { orderProviders } from './providers.js';
