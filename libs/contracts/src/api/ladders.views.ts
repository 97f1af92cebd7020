import type { LadderContent } from './ladders.requests.js';
import type { Text2 } from './page.views.js';

/** One published version of a ladder. */
export interface LadderVersionView {
  readonly version: number;
  readonly content: LadderContent;
  readonly publishedAt: string;
  readonly effectiveFrom?: string;
  readonly publishedBy?: Text2;
  readonly reason?: string;
  readonly inForce: boolean;
}

export interface LadderDraftView {
  readonly content: LadderContent;
  readonly revision: number;
  readonly savedAt: string;
  readonly savedBy: Text2;
}

/** A ladder with all its versions, newest first. */
export interface LadderView {
  readonly code: string;
  readonly versions: readonly LadderVersionView[];
  readonly draft?: LadderDraftView;
}

export interface LadderDraftSaved {
  readonly revision: number;
}

export interface LadderPublished {
  readonly version: number;
}

/** What the watch over the ladders has seen, in real time. */
export interface LadderWatchView {
  readonly lookedAt?: string;
  /** Clocks and levels of the last whole round; `missing`: incidents it raised, `suspects`: looked at once more. */
  readonly lastRound?: {
    readonly began: string;
    readonly ended: string;
    readonly clocks: number;
    readonly rungs: number;
    readonly missing: number;
    readonly suspects: number;
  };
}

/** What one level did to a case that has been, and what it would have done. */
export interface DryRunLevel {
  readonly level: string;
  /** When it fired; absent: it did not. */
  readonly fired?: string;
  /** When it would have fired; absent: it would not. */
  readonly would?: string;
  /** Its condition asks what nobody wrote down then: counted as if it had held. */
  readonly depends: boolean;
  readonly told: readonly Text2[];
  readonly wouldTell: readonly Text2[];
}

export interface DryRunClock {
  readonly clockId: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly caseTitle: string;
  readonly name: Text2;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly closedAt?: string;
  readonly levels: readonly DryRunLevel[];
}

/** A changed ladder on clocks that have been. */
export interface DryRunView {
  /** Clocks that were tried, newest first, up to a bound; `more`: there are older ones in the span. */
  readonly tried: number;
  readonly more: boolean;
  /** Clocks on which some level would have fired at another time, or not at all, or in addition. */
  readonly changed: number;
  readonly levels: readonly {
    readonly level: string;
    readonly fired: number;
    readonly wouldFire: number;
    readonly earlier: number;
    readonly later: number;
  }[];
  /** Those that would have gone differently first. */
  readonly items: readonly DryRunClock[];
  readonly next?: string;
}
