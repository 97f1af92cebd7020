import { BulkStore } from '@lianban/application';
import { PgBulkStore } from './pg-bulk.store.js';

export const bulkAdapters = [{ provide: BulkStore, useClass: PgBulkStore }];
