import type { SigningRound, SuspensionView } from './standing.views.js';
import type { ClockView } from './clocks.views.js';
import type { IncidentView } from './incidents.views.js';
import type { Text2 } from './page.views.js';
import type { DueMark, ReturnedView, TaskRow } from './tasks.views.js';

export interface CaseRow {
  readonly id: string;
  readonly caseNo: string;
  readonly title: string;
  readonly definition: { readonly key: string; readonly name: Text2; readonly version: number };
  readonly district: string;
  readonly status: 'open' | 'ended';
  readonly outcome?: string;
  readonly openedAt: string;
  readonly endedAt?: string;
}

export interface CaseDetail extends CaseRow {
  readonly data: Readonly<Record<string, unknown>>;
  readonly definitionId: string;
  /** Element ids where the case stands, and those it has passed, for the diagram. */
  readonly current: readonly { readonly node: string; readonly mark: DueMark }[];
  readonly passed: readonly string[];
  readonly tasks: readonly CaseTask[];
  readonly clocks: readonly ClockView[];
  readonly documents: readonly DocumentView[];
  readonly timeline: readonly TimelineEntry[];
  readonly court: readonly CourtTrack[];
  readonly charged: ChargedTime;
  readonly incidents: readonly IncidentView[];
  readonly comments: readonly CommentView[];
  readonly signings: readonly SigningRound[];
  readonly suspended?: SuspensionView;
  readonly may: { readonly suspend: boolean; readonly resume: boolean; readonly operate: boolean };
}

/** A task as part of its case, with its element in the diagram. */
export interface CaseTask extends TaskRow {
  readonly node: string;
  readonly closedBy?: Text2;
  /** One of several instances: its number, and the signer. */
  readonly instance?: { readonly counter: number; readonly activity: string; readonly item?: unknown };
  readonly returned?: ReturnedView;
}

export interface CommentView {
  readonly id: string;
  readonly author: Text2;
  /** 代: the absent colleague for whom the author stood in. */
  readonly onBehalfOf?: Text2;
  readonly office?: Text2;
  readonly body: string;
  readonly at: string;
}

export interface TimelineEntry {
  readonly id: string;
  /** Number of the batch of the trail it is sealed in; absent for the seconds until it is. */
  readonly batch?: number;
  readonly at: string;
  readonly act: string;
  readonly text: Text2;
  readonly actor: Text2;
  /** 代: the absent colleague for whom the actor stood in. */
  readonly onBehalfOf?: Text2;
  readonly office?: Text2;
  readonly node?: string;
  /** Outcome of the case, by code, where the act ended it. */
  readonly outcome?: string;
  /** Opinion or reason that a person gave with the act. */
  readonly opinion?: string;
  /** Whom a rung told. */
  readonly told?: readonly Text2[];
}

/** Who held an obligation and for how long; tracks run side by side. */
export interface CourtTrack {
  readonly obligation: string;
  readonly node: string;
  readonly name: Text2;
  readonly intervals: readonly {
    readonly holder: Text2;
    readonly kind: 'office' | 'person' | 'applicant' | 'outside' | 'system' | 'suspended';
    readonly from: string;
    readonly to?: string;
    /** Office hours, in seconds of working time. */
    readonly workingSeconds: number;
  }[];
}

/** Whom the case waited for, and who answers for its delay. */
export interface ChargedTime {
  /** In order, without gap: of lanes side by side those that came last. */
  readonly stretches: readonly {
    readonly from: string;
    readonly to: string;
    readonly workingSeconds: number;
    /** Nobody while a timer of the process ran. */
    readonly waitedFor: readonly { readonly step: Text2; readonly party: Text2 }[];
  }[];
  /** Clocks of the case that ran beyond their due instant. */
  readonly delays: readonly {
    readonly clock: Text2;
    readonly dueAt: string;
    readonly workingSeconds: number;
    /** In proportion to what each took beyond its own limit. */
    readonly shares: readonly { readonly party: Text2; readonly workingSeconds: number }[];
    /** Nobody took longer than its limit: the limits of the steps add up to more than the limit of the case. */
    readonly unexplainedSeconds: number;
  }[];
}

export interface DocumentView {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: Text2;
  readonly issuedAt: string;
  readonly state: 'rendering' | 'ready';
}
