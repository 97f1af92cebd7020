import { OrderDeadlines, OrderStore } from '@lianban/application';
import { PgOrderDeadlines } from './pg-order.deadlines.js';
import { PgOrderStore } from './pg-order.store.js';

export const orderAdapters = [
  { provide: OrderStore, useClass: PgOrderStore },
  { provide: OrderDeadlines, useClass: PgOrderDeadlines },
];
