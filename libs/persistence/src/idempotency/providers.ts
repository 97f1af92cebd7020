import { IdempotencyRecords } from '@lianban/application';
import { PgIdempotencyRecords } from './pg-idempotency.records.js';

export const idempotencyAdapters = [{ provide: IdempotencyRecords, useClass: PgIdempotencyRecords }];
