export { IdempotencyRecords, type IdempotencyScope, type KnownAnswer } from './idempotency-records.port.js';
export { canonicalText } from './canonical-text.js';
