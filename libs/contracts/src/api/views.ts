/** What the REST API answers with. Instants are ISO 8601 with offset; screens show them in local time with weekday. */

export interface Text2 {
  readonly zh: string;
  readonly en: string;
}

export interface SessionView {
  readonly user: { readonly id: string; readonly username: string; readonly name: Text2 };
  readonly roles: readonly Role[];
  readonly offices: readonly OfficeView[];
  readonly institution?: { readonly id: string; readonly name: string };
  /** Business time at the server and whether it may be moved (demo). */
  readonly businessNow: string;
  readonly demo: boolean;
}

export type Role = 'clerk' | 'registrar' | 'supervisor' | 'admin' | 'institution';

export interface OfficeView {
  readonly id: string;
  readonly name: Text2;
  readonly department: string;
  readonly district: string;
  readonly post?: string;
}

/** One card per role on the sign-in page of the demo. */
export interface DemoLogin {
  readonly username: string;
  readonly password: string;
  readonly role: Role;
  readonly name: Text2;
  readonly does: Text2;
}

export type DueMark = 'none' | 'due-soon' | 'overdue' | 'paused';

export interface TaskRow {
  readonly id: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly caseTitle: string;
  readonly stepNo?: string;
  readonly name: Text2;
  readonly office: { readonly id: string; readonly name: Text2 };
  readonly assignee?: { readonly id: string; readonly name: Text2 };
  readonly createdAt: string;
  readonly dueAt?: string;
  readonly mark: DueMark;
  readonly workingDaysLeft?: number;
  readonly provisional?: boolean;
  readonly status: 'open' | 'completed' | 'cancelled';
  readonly outcome?: string;
  readonly closedAt?: string;
  readonly version: number;
}

/** A keyset page. `next` is opaque; absent on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface InboxCounts {
  /** Capped: 1000 means "999+". */
  readonly office: number;
  readonly mine: number;
  readonly overdue: number;
  readonly dueSoon: number;
}

export interface TaskDetail extends TaskRow {
  readonly definitionKey: string;
  readonly node: string;
  readonly role?: string;
  /** form-js schemas by language, and the data the form opens with (draft, else input). */
  readonly form?: { readonly zh: unknown; readonly en: unknown };
  readonly formData: Readonly<Record<string, unknown>>;
  readonly outcomes: readonly TaskOutcomeView[];
  /** Who completed it; absent while it is open, and where the process closed it. */
  readonly closedBy?: Text2;
  readonly clocks: readonly ClockView[];
  /** Why is this mine: event, routing rule and its version. */
  readonly whyMine: Text2;
  readonly may: { readonly claim: boolean; readonly release: boolean; readonly complete: boolean };
}

export interface TaskOutcomeView {
  readonly code: string;
  readonly name: Text2;
  /** A legal act: the screen shows its consequence before it is done. */
  readonly legal: boolean;
  /** The opinion must say why. */
  readonly reasonRequired: boolean;
}

/** What completing a task would do: found by doing it in a transaction that is rolled back. */
export interface CompletionPreview {
  readonly opens: readonly { readonly name: Text2; readonly office: Text2; readonly dueAt?: string }[];
  readonly cancels: readonly { readonly name: Text2; readonly office: Text2 }[];
  readonly documents: readonly Text2[];
  readonly clocks: readonly {
    readonly name: Text2;
    readonly change: 'started' | 'stopped' | 'resumed' | 'met' | 'cancelled' | 'goes-on';
    readonly dueAt?: string;
  }[];
  /** Whom the case waits for next that is no office here. */
  readonly waits: readonly { readonly name: Text2; readonly holder: Text2 }[];
  readonly ended?: { readonly outcome?: string };
}

export interface ClockView {
  readonly id: string;
  readonly name: Text2;
  readonly scope: 'unit' | 'case';
  readonly kind: 'statutory' | 'promised' | 'internal';
  readonly basis: string;
  readonly basisText?: Text2;
  readonly ladder: string;
  readonly state: 'running' | 'stopped' | 'met' | 'cancelled';
  readonly startedAt: string;
  readonly dueAt?: string;
  readonly provisional: boolean;
  readonly breached: boolean;
  readonly stoppedSince?: string;
  readonly stopGround?: string;
  readonly workingDaysLeft?: number;
  /** The readable sum: "5 working days from Mon 28 Sep, 1–7 Oct off: Sat 10 Oct 17:30, a make-up working day". */
  readonly explanation: Text2;
  readonly ledger: readonly { readonly at: string; readonly text: Text2 }[];
  readonly rungs: readonly RungView[];
}

export interface RungView {
  readonly level: string;
  readonly at?: string;
  readonly state: 'planned' | 'fired' | 'not-fired';
  readonly action: Text2;
  readonly told: readonly Text2[];
  readonly why?: string;
}

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
  readonly incidents: readonly IncidentView[];
  readonly comments: readonly CommentView[];
}

/** A task as part of its case, with its element in the diagram. */
export interface CaseTask extends TaskRow {
  readonly node: string;
  readonly closedBy?: Text2;
}

export interface CommentView {
  readonly id: string;
  readonly author: Text2;
  readonly office?: Text2;
  readonly body: string;
  readonly at: string;
}

export interface TimelineEntry {
  readonly at: string;
  readonly act: string;
  readonly text: Text2;
  readonly actor: Text2;
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

export interface DocumentView {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: Text2;
  readonly issuedAt: string;
  readonly state: 'rendering' | 'ready';
}

export interface IncidentView {
  readonly id: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly caseTitle: string;
  readonly node: string;
  readonly name: Text2;
  readonly code: string;
  readonly message: string;
  readonly attempts: number;
  readonly openedAt: string;
  readonly resolvedAt?: string;
  readonly resolution?: 'retry' | 'skip' | 'answer' | 'overtaken';
  /** Absent where the case itself moved on. */
  readonly resolvedBy?: Text2;
  readonly note?: string;
}

export interface DefinitionRow {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly name: Text2;
  readonly complete: boolean;
  readonly incompleteNote?: Text2;
  readonly publishedAt: string;
  readonly openCases: number;
  readonly pack: string;
  /** Events that open a case of it. */
  readonly startedBy: readonly { readonly type: string; readonly name?: Text2 }[];
}

export interface InboundEventRow {
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly typeName?: Text2;
  readonly subject?: string;
  readonly receivedAt: string;
  readonly state: 'accepted' | 'routed' | 'unmatched' | 'ignored';
  readonly reason?: string;
  readonly matches: readonly { readonly caseId: string; readonly caseNo: string; readonly how: string }[];
}

export interface InboundRefusalRow {
  readonly id: string;
  readonly source?: string;
  readonly eventId?: string;
  readonly type?: string;
  readonly code: string;
  readonly detail: string;
  readonly receivedAt: string;
}

export interface SupervisionBoard {
  readonly dueToday: number;
  readonly dueSoon: number;
  readonly overdue: number;
  /** Cases with a clock that stands still, such as in a supplement round. */
  readonly paused: number;
  readonly openCases: number;
  readonly openIncidents: number;
  readonly registrationsWithoutCase: number;
  readonly byOffice: readonly {
    readonly office: { readonly id: string; readonly name: Text2 };
    readonly open: number;
    readonly dueSoon: number;
    readonly overdue: number;
  }[];
  /** The worst case: who holds it, since when, why due then, which rung next. */
  readonly worst?: {
    readonly caseId: string;
    readonly caseNo: string;
    readonly title: string;
    readonly taskId: string;
    /** False where nothing is late: then it is the task that is due first. */
    readonly isLate: boolean;
    readonly sentence: Text2;
  };
}

export interface InstitutionRow {
  readonly id: string;
  readonly uscc: string;
  readonly name: string;
  readonly kind: 'care-institution' | 'nursery-class';
  readonly registrationType: 'enterprise' | 'ngo' | 'public';
  readonly registrationAuthority: string;
  readonly address: string;
  readonly district: string;
  readonly legalRepresentative: string;
  readonly certificateNo: string;
  readonly businessScope: string;
  readonly registeredAt: string;
  readonly caseId?: string;
  readonly caseNo?: string;
}

/** A ledger import: a verdict for each row, nothing half done. */
export interface LedgerVerdict {
  readonly line: number;
  readonly uscc?: string;
  readonly name?: string;
  readonly verdict: 'registered' | 'already-registered' | 'refused';
  readonly problems: readonly { readonly field: string; readonly message: Text2; readonly code: string }[];
}

/** The institution's own portal: where it stands in plain words, and what is asked of it. */
export interface PortalView {
  readonly institution: InstitutionRow;
  readonly case?: {
    readonly id: string;
    readonly caseNo: string;
    readonly status: 'open' | 'ended';
    readonly outcome?: string;
  };
  readonly standing: Text2;
  readonly next?: { readonly act: 'file' | 'supplement'; readonly text: Text2; readonly dueAt?: string };
  readonly missing: readonly { readonly item: string; readonly name: Text2; readonly reason?: string }[];
  readonly steps: readonly {
    readonly name: Text2;
    readonly state: 'done' | 'current' | 'waiting';
    readonly at?: string;
  }[];
  readonly filing?: {
    readonly id: string;
    readonly form: Readonly<Record<string, unknown>>;
    readonly submittedAt?: string;
  };
  readonly documents: readonly DocumentView[];
  readonly notices: readonly { readonly id: string; readonly at: string; readonly text: Text2 }[];
}

/** RFC 9457 problem. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly {
    readonly path?: string;
    readonly elementId?: string;
    readonly line?: number;
    readonly message: string;
    readonly code?: string;
  }[];
}
