import { OutboxStore } from '@lianban/application';
import { PgOutboxStore } from './pg-outbox.store.js';

export const deliveryAdapters = [{ provide: OutboxStore, useClass: PgOutboxStore }];
