import type { Duration, LedgerEntry } from '@lianban/calendar';
import type { CourtOfStop, ScheduledAct } from '@lianban/domain';
import type { Json, JsonObject } from '@lianban/kernel';
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
  readonly taskChanges: readonly TaskChange[];
  readonly clocks: readonly ClockRow[];
  readonly clockEntries: readonly ClockEntryRow[];
  readonly due: readonly DueInsert[];
  /** Due rows to take away: by wait id, or by clock id. */
  readonly dueGone: readonly string[];
  readonly audits: readonly AuditInsert[];
  readonly accountability: readonly AccountabilityInsert[];
  readonly courtOpens: readonly CourtOpen[];
  readonly courtCloses: readonly string[];
  readonly courtHanded?: CourtHandOver;
  readonly effects: readonly EffectInsert[];
  readonly effectsCancelled: readonly string[];
  /** Tokens whose open incidents this step has settled by itself. */
  readonly incidentsOvertaken: readonly string[];
  readonly incidents: readonly IncidentInsert[];
  readonly outbox: readonly OutboxInsert[];
  /** Waits for a signal that began and ended. */
  readonly signalWaits: readonly { readonly wait: string; readonly signal: string }[];
  readonly signalWaitsGone: readonly string[];
  readonly suspension?: SuspensionChange;
  readonly migration?: MigrationChange;
}

/** 暂停办理 begins, with its row, or is lifted. */
export type SuspensionChange =
  | {
      readonly kind: 'begin';
      readonly id: string;
      readonly ground: string;
      readonly reason: string;
      readonly byId: string;
    }
  | { readonly kind: 'end'; readonly stops: readonly StandingStop[] };

/** A task whose clock stands still, and whose turn its ground makes it: an emergency may have come during the suspension. */
export interface StandingStop {
  readonly token: string;
  readonly to: CourtOfStop;
  readonly ground: string;
}

/** The case comes to another version of its process. */
export interface MigrationChange {
  readonly definitionId: string;
  /** Messages the new version hears, where the case has a business key. */
  readonly messages: readonly string[];
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
  /** Goes to this person at once: who had the step before, or who is the signer. */
  readonly assignee?: string;
  readonly instance?: TaskInstance;
  readonly returned?: ReturnedTask;
}

/** One of the tasks of a countersigning: `activity` is the token that holds its instances. */
export interface TaskInstance {
  readonly counter: number;
  readonly activity: string;
  readonly item?: Json;
}

/** Why a step is done again, and for whom to go on. */
export interface ReturnedTask {
  readonly reason: string;
  readonly by: string;
  readonly from: { readonly node: string; readonly officeId: string; readonly person?: string };
  readonly then: 'walk-again' | 'come-back' | 'take-back';
}

export interface TaskClose {
  readonly token: string;
  readonly status: 'completed' | 'cancelled';
  readonly outcome?: string;
  readonly closedBy?: string;
  readonly form?: JsonObject;
}

/** The clock of an open task moved, or its step is another one in the version the case has come to. */
export interface TaskChange {
  readonly token: string;
  readonly dueAt?: string;
  readonly mark?: string;
  readonly step?: Pick<TaskInsert, 'node' | 'stepNo' | 'nameZh' | 'nameEn'>;
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
  /** When its limit ran out unmet. */
  readonly breachedAt?: string;
  readonly retired: boolean;
}

/** 问责台账: a limit that ran out, entered for good. */
export interface AccountabilityInsert {
  readonly id: string;
  readonly clockId: string;
  readonly level: string;
  readonly ladder: string;
  readonly kind: 'breached' | 'late';
  readonly basis: string;
  readonly officeId: string;
  readonly dueAt: string;
}

export interface ClockEntryRow {
  readonly clockId: string;
  readonly seq: number;
  readonly at: string;
  readonly entry: LedgerEntry;
}

export interface DueInsert {
  readonly id: string;
  readonly kind: 'timer' | 'rung' | 'service-retry' | 'message-expiry' | 'stop';
  readonly at: string;
  readonly ref: string;
  readonly clockId?: string;
  /** Its case is suspended. */
  readonly held: boolean;
  readonly payload: {
    readonly schedule?: readonly ScheduledAct[];
    readonly node?: string;
    /** What a timer in business time is counted by, should the calendar change. */
    readonly business?: { readonly since: string; readonly duration: Duration };
  };
}

export interface AuditInsert {
  readonly id: string;
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly actorName: string;
  /** 代办: in whose name it was done. */
  readonly onBehalfOf?: string;
  readonly officeId?: string;
  readonly ground?: string;
  readonly address?: string;
  readonly correlationId?: string;
  readonly planHash?: string;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
}

export interface CourtOpen {
  readonly obligation: string;
  readonly seq: number;
  readonly node: string;
  readonly holderKind: 'office' | 'person' | 'system' | CourtOfStop;
  readonly holderId: string;
  readonly officeId?: string;
}

/** A person stopped the clock of these tasks: it is another's turn, until it is given back to who holds them. */
export interface CourtHandOver {
  readonly tokens: readonly string[];
  readonly to: CourtOfStop | 'back';
  /** Why, which names the holder where no party is known by name. */
  readonly ground?: string;
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
