import type { MonthFigures, ScorecardGroup, ScorecardMonth, Text2 } from '@lianban/contracts';
import type { Tx } from '../transaction/index.js';

export interface MonthsFilter {
  readonly months: readonly string[];
  readonly by: ScorecardGroup;
  readonly office?: string;
  readonly district?: string;
}

/** One of a group over the months, or all of them together. */
export interface StoredMonthsRow {
  /** Null for the sum of all. */
  readonly key: string | null;
  readonly name: Text2;
  /** The earliest month first. */
  readonly cells: readonly {
    readonly month: string;
    /** Absent where all of the month was recorded after it was frozen. */
    readonly figures?: MonthFigures;
    /** With what was recorded since. */
    readonly corrected: MonthFigures;
  }[];
}

/** The months of the scorecards, and their figures side by side. */
export abstract class ScorecardMonths {
  /** Months that have figures, the latest first. */
  abstract withFigures(tx: Tx, tenant: string): Promise<readonly string[]>;
  /** Those of the given months that are frozen, with how many facts and conclusions were recorded since. */
  abstract frozen(
    tx: Tx,
    tenant: string,
    months: readonly string[],
  ): Promise<readonly Required<ScorecardMonth>[]>;
  abstract rows(tx: Tx, tenant: string, filter: MonthsFilter): Promise<readonly StoredMonthsRow[]>;
}
