import type { LedgerEntry } from '@lianban/calendar';
import type {
  HandlingSign,
  Page,
  ScorecardGroup,
  ScorecardRow,
  WorkFactView,
  WorkFactsRequest,
} from '@lianban/contracts';
import type { InboxCursor } from '../inbox/index.js';
import type { Tx } from '../transaction/index.js';

export interface ScorecardFilter {
  readonly month: string;
  readonly by: ScorecardGroup;
  readonly office?: string;
  readonly district?: string;
  /** Facts and conclusions recorded until then; all where absent. */
  readonly until?: string;
}

export interface SignPeriod {
  readonly from: string;
  readonly to: string;
  readonly district?: string;
}

export interface StoppedClock extends Omit<HandlingSign, 'kind' | 'at' | 'measure'> {
  readonly definitionId: string;
  readonly definition: string;
  readonly ledger: readonly LedgerEntry[];
}

export abstract class ScorecardReader {
  abstract now(tx: Tx): Promise<string>;
  abstract rows(tx: Tx, tenant: string, filter: ScorecardFilter): Promise<readonly ScorecardRow[]>;
  abstract facts(
    tx: Tx,
    tenant: string,
    filter: Omit<WorkFactsRequest, 'after' | 'limit'> & {
      readonly after?: InboxCursor;
      readonly limit: number;
    },
  ): Promise<Page<Omit<WorkFactView, 'may'>>['items']>;
  /** Tasks that somebody claimed and completed within so many seconds. */
  abstract doneAtOnce(
    tx: Tx,
    tenant: string,
    within: SignPeriod,
    seconds: number,
  ): Promise<readonly HandlingSign[]>;
  /** Clocks that were stopped in the period, with their whole ledger. */
  abstract stoppedClocks(tx: Tx, tenant: string, within: SignPeriod): Promise<readonly StoppedClock[]>;
}
