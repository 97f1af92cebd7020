import type { Text2 } from './page.views.js';

export interface ScorecardView {
  readonly month: string;
  /** Months that have figures, the latest first. */
  readonly months: readonly string[];
  /** Absent while the month runs. */
  readonly frozenAt?: string;
  /** Facts and conclusions recorded since: the difference between `frozen` and `corrected`. */
  readonly corrections: number;
  readonly rows: readonly ScorecardRow[];
}

/** What one office, district, process, department or person did in a month. */
export interface ScorecardRow {
  readonly key: string;
  readonly name: Text2;
  readonly completed: number;
  readonly onTime: number;
  /** Late by the limit of the task, whoever was the cause; without those that were exempted (免责). */
  readonly late: number;
  /** Late in its own court. */
  readonly lateOwn: number;
  readonly exempt: number;
  /** 剔除: not in any of the other numbers. */
  readonly excluded: number;
  readonly rework: number;
  /** 督办单, letters and criticism served in the month; never a person's: they go to a unit. */
  readonly orders: number;
  /** Of these, how many have been answered, and whose time to answer ran out first. */
  readonly answers: number;
  readonly answersLate: number;
  /** Hours of office time in its own court. */
  readonly meanHours: number;
  readonly p90Hours: number;
}

/** Figures of one month. */
export interface MonthFigures {
  readonly completed: number;
  readonly late: number;
  readonly lateOwn: number;
  readonly meanHours: number;
}

export interface MonthCell {
  readonly month: string;
  /** As the month was frozen, or as it stands while it runs. */
  readonly figures: MonthFigures;
  /** With what was recorded since, where that changes anything. */
  readonly corrected?: MonthFigures;
}

export interface ScorecardMonth {
  readonly month: string;
  /** Absent while the month runs. */
  readonly frozenAt?: string;
  /** Facts and conclusions recorded since. */
  readonly corrections: number;
}

/** One office, district, process, department or person over the months; a month in which it did nothing is left out. */
export interface ScorecardMonthsRow {
  readonly key: string;
  readonly name: Text2;
  readonly cells: readonly MonthCell[];
}

/** The last months side by side, the earliest first. */
export interface ScorecardMonthsView {
  readonly months: readonly ScorecardMonth[];
  readonly total: readonly MonthCell[];
  readonly rows: readonly ScorecardMonthsRow[];
}

/** A completed task as it counts for one office. */
export interface WorkFactView {
  readonly id: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly caseTitle: string;
  readonly step: Text2;
  readonly office: { readonly id: string; readonly name: Text2 };
  readonly reachedAt: string;
  readonly closedAt: string;
  readonly hours: number;
  readonly isLate: boolean;
  readonly isLateOwn: boolean;
  readonly isRework: boolean;
  readonly conclusions: readonly { readonly kind: 'excluded' | 'exempt'; readonly reason: string }[];
  readonly objection?: {
    readonly id: string;
    readonly reason: string;
    readonly conclusion?: 'excluded' | 'exempt' | 'upheld';
    readonly answer?: string;
  };
  /** Whether this reader may object for the office, or conclude. */
  readonly may: { readonly object: boolean; readonly conclude: boolean };
}

/** 异常办理迹象: worth a look, not a verdict. */
export interface HandlingSign {
  readonly kind: 'at-once' | 'repeated-stops' | 'last-day-stop';
  readonly caseId: string;
  readonly caseNo: string;
  readonly caseTitle: string;
  readonly office: Text2;
  readonly at: string;
  /** Seconds between claim and completion; number of stops; days after the last day of the limit. */
  readonly measure: number;
}

export interface ScorecardDone {
  readonly factId: string;
}
