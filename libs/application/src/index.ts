export * from './transaction/index.js';
export * from './directory/index.js';
export * from './idempotency/index.js';
export * from './intake/index.js';
