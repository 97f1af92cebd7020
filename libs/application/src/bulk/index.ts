export type { BulkFailure, BulkOperation, BulkOrder, BulkState, SoleBulkOrder } from './bulk-operation.js';
export type { BulkProgress, HeldOperation } from './bulk-store.port.js';
export { BulkStore } from './bulk-store.port.js';
export type { BulkPiece } from './bulk-work.js';
export { BulkWork, BulkWorks } from './bulk-work.js';
export { bulkView } from './bulk-view.js';
export { RunBulk } from './run-bulk.js';
export {
  GetBulkOperationQuery,
  ListBulkFailuresQuery,
  ListBulkOperationsQuery,
  TurnBulkOperationCommand,
} from './bulk.requests.js';
