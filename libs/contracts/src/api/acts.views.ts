import type { BulkOperationView } from './bulk.views.js';
import type { CaseRow } from './cases.views.js';
import type { Text2 } from './page.views.js';
import type { SuspensionView } from './standing.views.js';
import type { TaskRow } from './tasks.views.js';

/** What an act has done, as far as its actor may see it. */
export interface ActDone {
  readonly case: Pick<CaseRow, 'id' | 'caseNo' | 'status'> & { readonly outcome?: string };
  /** Tasks it created in the actor's own offices. */
  readonly tasks: readonly TaskRow[];
}

/** Whether an act may be done now, and why not. */
export type Possible =
  { readonly allowed: true } | { readonly allowed: false; readonly code: string; readonly why: Text2 };

/** Acts on one task besides completing it. */
export interface TaskActs {
  readonly taskId: string;
  readonly return: Possible & { readonly steps: readonly ReturnStep[] };
  readonly takeBack: Possible;
  readonly addSigner: Possible;
  readonly removeSigner: Possible;
  readonly dispute: Possible;
}

/** What may be done to one clock of a case, and why the rest may not. */
export interface ClockActs {
  readonly clockId: string;
  readonly extend: Possible & { readonly rule?: ExtensionOffer };
  readonly stop: Possible & { readonly grounds: readonly StopGround[] };
  readonly resume: Possible & { readonly grounds: readonly StopGround[] };
}

export interface ExtensionOffer {
  readonly most: number;
  readonly unit: 'working_day' | 'calendar_day' | 'hour' | 'working_hour' | 'month';
  readonly basis: string;
}

export interface StopGround {
  readonly code: string;
  readonly text: Text2;
  /** Its notice names the time that it takes. */
  readonly needsEnd: boolean;
}

/** A step the task may be returned to. */
export interface ReturnStep {
  readonly node: string;
  readonly name: Text2;
  readonly stepNo?: string;
  /** Who did it last, for which office: it goes to them again. */
  readonly office: { readonly id: string; readonly name: Text2 };
  readonly by?: Text2;
  readonly doneAt: string;
  readonly then: readonly ('walk-again' | 'come-back')[];
}

/** Where a case stands, for an administrator who has to move it. */
export interface CaseTokens {
  readonly caseId: string;
  readonly caseNo: string;
  readonly tokens: readonly {
    readonly id: string;
    readonly node: string;
    readonly name: Text2;
    readonly type: string;
    readonly scope: string;
    /** Holds an inner scope: a sub-process, a call, several instances. */
    readonly holds?: string;
    readonly since?: string;
    readonly task?: { readonly id: string; readonly office: Text2; readonly holder?: Text2 };
    readonly incident?: { readonly code: string };
  }[];
  readonly scopes: readonly {
    readonly id: string;
    readonly node?: string;
    readonly name?: Text2;
    readonly parent?: string;
  }[];
  /** Where a token may be moved to or inserted. */
  readonly targets: readonly {
    readonly node: string;
    readonly name: Text2;
    readonly stepNo?: string;
    readonly type: string;
    readonly parent?: string;
  }[];
  readonly suspended?: SuspensionView;
}

/** What a migration meets in one case. */
export interface MigrationReport {
  readonly from: { readonly definitionId: string; readonly version: number };
  readonly to: { readonly definitionId: string; readonly version: number };
  /** Empty: it may be applied. */
  readonly problems: readonly MigrationFinding[];
  readonly lostTimers: readonly MigrationFinding[];
  readonly newTimers: readonly MigrationFinding[];
  readonly deadlines: readonly {
    readonly name: Text2;
    readonly from?: string;
    readonly to?: string;
    readonly change: 'moved' | 'gone' | 'added' | 'same';
  }[];
}

export interface MigrationFinding {
  readonly code: string;
  readonly node: string;
  readonly name: Text2;
  readonly message: string;
}

/** A plan over many cases: how often each finding occurs. */
export interface MigrationPlanPreview {
  readonly cases: number;
  readonly ready: number;
  readonly refused: number;
  readonly findings: readonly {
    readonly code: string;
    readonly node: string;
    readonly name: Text2;
    readonly cases: number;
  }[];
  readonly deadlinesMoved: number;
  readonly next?: string;
}

/** What became of one case of a plan. */
export interface MigrationVerdict {
  readonly caseId: string;
  readonly caseNo: string;
  readonly title: string;
  readonly verdict: 'migrated' | 'refused';
  /** Of a refusal. */
  readonly code?: string;
  readonly why?: Text2;
}

/** The last plan for the cases of one version, while it is carried out and after; without `operation` there was none. */
export interface MigrationRunView {
  readonly operation?: BulkOperationView;
  /** Of the versions that the cases leave and come to. */
  readonly versions?: { readonly name: Text2; readonly from: number; readonly to: number };
  readonly items: readonly MigrationVerdict[];
  readonly next?: string;
}

export interface SignalThrown {
  /** Cases that it will be taken to. */
  readonly cases: number;
}
