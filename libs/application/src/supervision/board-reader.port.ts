import type { LedgerEntry } from '@lianban/calendar';
import type { InstitutionRow, SupervisionBoard, TaskRow, Text2 } from '@lianban/contracts';
import type { InboxCursor } from '../inbox/index.js';
import type { Tx } from '../transaction/index.js';

export type SupervisedList = 'open' | 'due-today' | 'due-soon' | 'overdue' | 'paused';

export interface SupervisedFilter {
  readonly list: SupervisedList;
  readonly officeId?: string;
  readonly district?: string;
  /** Instants between which the current business day lies. */
  readonly dayEnds: string;
  readonly after?: InboxCursor;
  readonly limit: number;
}

/** The task that is worst: longest overdue, else due first. */
export interface WorstTask {
  readonly caseId: string;
  readonly caseNo: string;
  readonly title: string;
  readonly taskId: string;
  readonly step: Text2;
  readonly office: Text2;
  /** By whose calendar its deadline is counted: an office or a district. */
  readonly place: string;
  readonly holder?: Text2;
  readonly heldSince: string;
  readonly dueAt: string;
  readonly definitionId: string;
  /** The clock whose due instant the task carries; absent where the task's own timer gave it. */
  readonly clock?: {
    readonly definition: string;
    readonly basis: string;
    readonly ladder: string;
    readonly ledger: readonly LedgerEntry[];
  };
  readonly nextRung?: { readonly level: string; readonly at: string };
}

export type BoardCounts = Omit<SupervisionBoard, 'worst'>;

export abstract class BoardReader {
  abstract now(tx: Tx): Promise<string>;
  abstract counts(tx: Tx, tenant: string, dayEnds: string, district?: string): Promise<BoardCounts>;
  abstract worst(tx: Tx, tenant: string, district?: string): Promise<WorstTask | undefined>;
  abstract tasks(tx: Tx, tenant: string, filter: SupervisedFilter): Promise<readonly TaskRow[]>;
  abstract registrationsWithoutCase(
    tx: Tx,
    tenant: string,
    district?: string,
  ): Promise<readonly InstitutionRow[]>;
}
