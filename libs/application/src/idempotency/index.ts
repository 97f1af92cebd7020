export { IdempotencyRecords, type IdempotencyScope, type KnownAnswer } from './idempotency-records.port.js';
export { oncePerKey, type OnceRequest } from './once-per-key.js';
export { canonicalText } from './canonical-text.js';
