import type { Text2 } from './page.views.js';

/**
 * What an act would do to its case: found by doing it in a transaction that is rolled back, so that it is the act
 * itself. Documents that were issued stay valid whatever becomes of the step that issued them.
 */
export interface CasePreview {
  readonly opens: readonly {
    readonly name: Text2;
    readonly office: Text2;
    /** Goes to this person at once. */
    readonly holder?: Text2;
    readonly dueAt?: string;
  }[];
  readonly cancels: readonly { readonly name: Text2; readonly office: Text2; readonly holder?: Text2 }[];
  /** Made by the act. */
  readonly documents: readonly Text2[];
  /** Issued before; none of them becomes void. */
  readonly documentsKept: readonly { readonly number: string; readonly title: Text2 }[];
  readonly clocks: readonly {
    readonly name: Text2;
    readonly change: ClockChangeKind;
    readonly dueAt?: string;
    /** Where it was due before and is due at another instant now. */
    readonly dueBefore?: string;
    /** Why it stands still. */
    readonly ground?: Text2;
    /** Levels of its ladder that come at another instant; without `at` none comes, without `before` none was to come. */
    readonly rungs: readonly {
      readonly level: string;
      readonly action: Text2;
      readonly before?: string;
      readonly at?: string;
    }[];
  }[];
  readonly timers: {
    readonly armed: readonly { readonly name: Text2; readonly at: string }[];
    readonly gone: readonly { readonly name: Text2; readonly at: string }[];
  };
  /** Values that an act on data, or the taking back of a completion, changes. Empty for all other acts. */
  readonly values: readonly { readonly name: string; readonly before: unknown; readonly after: unknown }[];
  /** Whom the case waits for next that is no office here. */
  readonly waits: readonly { readonly name: Text2; readonly holder: Text2 }[];
  readonly ended?: { readonly outcome?: string };
  /** Steps that would fail and wait for an administrator. */
  readonly incidents: readonly { readonly name: Text2; readonly code: string; readonly message: string }[];
}

export type ClockChangeKind =
  | 'started'
  /** Closed, and one of the same definition starts anew. */
  | 'restarted'
  | 'stopped'
  | 'resumed'
  | 'met'
  | 'cancelled'
  /** Neither met nor breached. */
  | 'closed'
  | 'reopened'
  | 'goes-on';

/** One round of countersigning. */
export interface SigningRound {
  /** Token of the activity, while it runs. */
  readonly activity: string;
  readonly node: string;
  readonly name: Text2;
  readonly mode: 'all' | 'any' | 'ratio' | 'sequence';
  readonly open: boolean;
  readonly signers: readonly {
    readonly taskId: string;
    readonly office: Text2;
    readonly person?: Text2;
    readonly status: 'open' | 'agreed' | 'against' | 'removed' | 'not-needed';
    readonly outcome?: string;
    readonly at?: string;
    readonly opinion?: string;
  }[];
  readonly agreed: number;
  readonly against: number;
  readonly waiting: number;
  readonly total: number;
  readonly needed: number;
  readonly result?: 'passed' | 'rejected';
  /** "2 of 3 agreed, 1 open". */
  readonly summary: Text2;
  /** Whether signers may be added and removed while it runs. */
  readonly mayChange: boolean;
}

/** 暂停办理: since when, why, by whom. */
export interface SuspensionView {
  readonly since: string;
  readonly ground: string;
  readonly groundText: Text2;
  readonly reason: string;
  readonly by: Text2;
}
