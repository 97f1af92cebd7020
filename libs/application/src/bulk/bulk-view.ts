import type { BulkOperationView } from '@lianban/contracts';
import type { BulkOperation } from './bulk-operation.js';

/** The operation as a screen shows it; its parameters are its kind's own affair. */
export const bulkView = ({
  tenant: _tenant,
  cursor: _cursor,
  ...operation
}: BulkOperation): BulkOperationView => operation;
