import type { Tx } from '../transaction/index.js';
import type { CaseVerdict } from './migration-run.js';

/** What a plan did, case by case. */
export abstract class MigrationStore {
  abstract countOpen(tx: Tx, tenant: string, definitionId: string): Promise<number>;
  /** Notes the cases that a piece has moved. */
  abstract noteMoved(tx: Tx, tenant: string, operationId: string, caseIds: readonly string[]): void;
  /** By id of the case; `after` is the last one of the page before. */
  abstract verdicts(
    tx: Tx,
    operationId: string,
    limit: number,
    after?: string,
  ): Promise<readonly CaseVerdict[]>;
}
