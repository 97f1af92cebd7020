export { PersistenceModule } from './persistence.module.js';
export { listenToBells } from './delivery/listen-to-bells.js';
export { PgTransaction } from './transaction/pg-transaction.js';
export { acting } from './transaction/pg-unit-of-work.js';
export type { Statement } from './transaction/pg-batch.js';
