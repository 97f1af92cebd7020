import { FailedDeliveryStore, TodoStore } from '@lianban/application';
import { PgTodoStore } from '../unified-todo/pg-todo.store.js';
import { PgFailedDeliveryStore } from './pg-failed-delivery.store.js';

export const outsideDeliveryAdapters = [
  { provide: FailedDeliveryStore, useClass: PgFailedDeliveryStore },
  { provide: TodoStore, useClass: PgTodoStore },
];
