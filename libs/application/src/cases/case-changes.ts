import type { LedgerEntry } from '@lianban/calendar';
import type { ScheduledAct } from '@lianban/domain';
import type { JsonObject } from '@lianban/kernel';
import type { CaseData, CaseState } from '@lianban/process-runtime';

/** Everything one transition writes, as rows. The store makes one statement of it. */
export interface CaseChanges {
  readonly caseId: string;
  readonly tenant: string;
  readonly now: string;
  readonly state: CaseState;
  /** What changed of the data, by name. */
  readonly data: CaseData;
  readonly status: 'open' | 'ended';
  readonly outcome?: string;
  readonly stimulus: { readonly id: string; readonly kind: string };
  readonly tasks: readonly TaskInsert[];
  readonly closedTasks: readonly TaskClose[];
  readonly taskTimes: readonly TaskTime[];
  readonly clocks: readonly ClockRow[];
  readonly clockEntries: readonly ClockEntryRow[];
  readonly due: readonly DueInsert[];
  /** Due rows to take away: by wait id, or by clock id. */
  readonly dueGone: readonly string[];
  readonly audits: readonly AuditInsert[];
  readonly courtOpens: readonly CourtOpen[];
  readonly courtCloses: readonly string[];
  readonly effects: readonly EffectInsert[];
  readonly effectsCancelled: readonly string[];
  /** Tokens whose open incidents this step has settled by itself. */
  readonly incidentsOvertaken: readonly string[];
  readonly incidents: readonly IncidentInsert[];
  readonly outbox: readonly OutboxInsert[];
}

export interface NewCase {
  readonly caseNo: string;
  readonly definitionId: string;
  readonly definitionKey: string;
  readonly businessKey?: string;
  readonly district: string;
  readonly title: string;
  readonly causedBy?: string;
  readonly parentCase?: string;
  /** Messages the case hears for as long as it is open, with its key. */
  readonly subscriptions: readonly { readonly message: string; readonly key: string }[];
}

export interface TaskInsert {
  readonly id: string;
  readonly token: string;
  readonly node: string;
  readonly stepNo?: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly officeId: string;
  readonly department: string;
  readonly district: string;
  readonly role?: string;
  readonly routedBy: JsonObject;
  /** ISO 8601, or `infinity` where no clock runs. */
  readonly dueAt: string;
  readonly mark: string;
  readonly caseNo: string;
  readonly caseTitle: string;
  readonly definitionKey: string;
}

export interface TaskClose {
  readonly token: string;
  readonly status: 'completed' | 'cancelled';
  readonly outcome?: string;
  readonly closedBy?: string;
  readonly form?: JsonObject;
}

/** The clock of an open task moved. */
export interface TaskTime {
  readonly token: string;
  readonly dueAt: string;
  readonly mark: string;
}

export interface ClockRow {
  readonly id: string;
  readonly definition: string;
  readonly node: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly scope: string;
  readonly kind: string;
  readonly basis: string;
  readonly ladder: string;
  readonly state: string;
  readonly startedAt: string;
  readonly dueAt?: string;
  readonly provisional: boolean;
  readonly stoppedSince?: string;
  readonly closedAt?: string;
}

export interface ClockEntryRow {
  readonly clockId: string;
  readonly seq: number;
  readonly at: string;
  readonly entry: LedgerEntry;
}

export interface DueInsert {
  readonly id: string;
  readonly kind: 'timer' | 'rung' | 'service-retry';
  readonly at: string;
  readonly ref: string;
  readonly clockId?: string;
  readonly payload: { readonly schedule?: readonly ScheduledAct[]; readonly node?: string };
}

export interface AuditInsert {
  readonly id: string;
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly officeId?: string;
  readonly ground?: string;
  readonly address?: string;
  readonly correlationId?: string;
  readonly planHash?: string;
  readonly after?: JsonObject;
}

export interface CourtOpen {
  readonly obligation: string;
  readonly seq: number;
  readonly node: string;
  readonly holderKind: 'office' | 'person' | 'applicant' | 'outside' | 'system';
  readonly holderId: string;
  readonly officeId?: string;
}

export interface EffectInsert {
  readonly id: string;
  readonly token: string;
  readonly node: string;
  readonly operation: string;
  readonly input: JsonObject;
}

export interface IncidentInsert {
  readonly id: string;
  readonly node: string;
  readonly token: string;
  readonly code: string;
  readonly message: string;
}

export interface OutboxInsert {
  readonly id: string;
  readonly kind: 'event' | 'effect' | 'job';
  readonly topic: string;
  readonly payload: JsonObject;
}
