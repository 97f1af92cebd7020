import { DueStore } from '@lianban/application';
import { PgDueStore } from './pg-due.store.js';

export const dueAdapters = [{ provide: DueStore, useClass: PgDueStore }];
