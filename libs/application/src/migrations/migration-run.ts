import type { BulkOperationView, MigrationRunView } from '@lianban/contracts';
import type { BulkFailure } from '../bulk/index.js';

/** What became of one case of a plan. */
export interface CaseVerdict {
  readonly caseId: string;
  readonly caseNo: string;
  readonly title: string;
  /** Why it stayed where it was; absent: it runs on the other version. */
  readonly refused?: Omit<BulkFailure, 'item' | 'at'>;
}

/** The last plan for the cases of a version, and its verdicts so far. */
export interface MigrationRun {
  readonly operation?: BulkOperationView;
  readonly versions?: NonNullable<MigrationRunView['versions']>;
  readonly items: readonly CaseVerdict[];
  readonly next?: string;
}
