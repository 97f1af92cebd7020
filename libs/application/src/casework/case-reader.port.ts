import type { LedgerEntry } from '@lianban/calendar';
import type {
  CaseRow,
  CaseTask,
  CommentView,
  DecisionFile,
  DefinitionRow,
  DocumentView,
  HandedOver,
  IncidentView,
  TaskRow,
  Text2,
} from '@lianban/contracts';
import type { ScheduledAct } from '@lianban/domain';
import type { CaseData, CaseState } from '@lianban/process-runtime';
import type { ReturnedTask, TaskInstance } from '../cases/index.js';
import type { Tx } from '../transaction/index.js';
import type { PaperOfCase } from './papers-of-case.js';

/** A clock as it is stored, with its ledger, what it will do next and which rungs fired. */
export interface ClockRecord {
  readonly id: string;
  readonly definition: string;
  readonly node: string;
  readonly name: Text2;
  readonly scope: 'unit' | 'case';
  readonly kind: 'statutory' | 'promised' | 'internal';
  readonly basis: string;
  readonly ladder: string;
  readonly ledger: readonly LedgerEntry[];
  readonly schedule: readonly ScheduledAct[];
  readonly firings: readonly {
    readonly level: string;
    readonly firedAt: string;
    /** False: it was looked at and did not fire. */
    readonly fired: boolean;
    readonly why: string;
    /** Reason of the exemption (免责) that kept it, or a part of it, from being done. */
    readonly conclusion?: string | null;
    readonly action: Text2;
    readonly told: readonly {
      readonly office: Text2;
      readonly name?: Text2;
      readonly post: string;
      readonly fallback?: string;
    }[];
  }[];
}

export interface AuditRecord {
  readonly id: string;
  readonly batch?: number;
  readonly at: string;
  readonly act: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly actorKind: string;
  readonly actor: Text2;
  readonly onBehalfOf?: Text2;
  readonly office?: Text2;
  readonly ground?: string;
  readonly node?: string;
  /** What the act is about where it is no step: the event received, the clock of a rung. */
  readonly about?: Text2;
  readonly outcome?: string;
  /** What a rung did, and whom it told. */
  readonly action?: Text2;
  readonly told?: readonly { readonly office: Text2; readonly name?: Text2 }[];
}

export interface CourtRecord {
  readonly obligation: string;
  readonly node: string;
  readonly kind: 'office' | 'person' | 'applicant' | 'outside' | 'system' | 'suspended';
  readonly holder: Text2;
  /** Whose time it is, as a code: the office that answers for it, else what it is and who. Names may be alike. */
  readonly party: string;
  /** The office that answers for it, whoever holds it. */
  readonly office?: Text2;
  readonly from: string;
  readonly to?: string;
}

export interface CaseRecord extends CaseRow {
  readonly now: string;
  readonly definitionId: string;
  readonly state: CaseState;
  readonly data: CaseData;
  readonly clocks: readonly ClockRecord[];
  readonly documents: readonly DocumentView[];
  readonly papers: readonly PaperOfCase[];
  readonly audits: readonly AuditRecord[];
  readonly court: readonly CourtRecord[];
  readonly incidents: readonly IncidentView[];
  readonly comments: readonly CommentView[];
  /** Timers that will move the case. */
  readonly timers: readonly { readonly wait: string; readonly node: string; readonly at: string }[];
  readonly suspension?: SuspensionRecord;
  readonly tasks: readonly TaskRecordInCase[];
}

export type SuspensionRecord = NonNullable<TaskRow['suspended']>;

export interface TaskRecordInCase extends Omit<CaseTask, 'instance' | 'returned'> {
  readonly token: string;
  readonly closedById?: string;
  readonly opinion?: string;
  readonly instance?: TaskInstance;
  readonly returned?: ReturnedTask;
}

export interface TaskRecordOfCase {
  readonly row: TaskRow;
  readonly now: string;
  readonly node: string;
  readonly role?: string;
  readonly definitionId: string;
  readonly definitionKey: string;
  /** Of the case. */
  readonly district: string;
  readonly routedBy: Readonly<Record<string, unknown>>;
  readonly draft?: Readonly<Record<string, unknown>>;
  readonly form?: Readonly<Record<string, unknown>>;
  readonly closedBy?: Text2;
  readonly clocks: readonly ClockRecord[];
  readonly returned?: ReturnedTask;
  /** While it may still be sent back. */
  readonly handedOver?: HandedOver;
}

export interface CaseFilter {
  readonly text?: string;
  readonly status?: 'open' | 'stopped' | 'ended';
  readonly district?: string;
  readonly after?: { readonly at: string; readonly id: string };
  readonly limit: number;
  /** Offices whose cases may be listed; absent: all of the tenant. */
  readonly officeIds?: readonly string[];
}

export abstract class CaseReader {
  abstract task(
    tx: Tx,
    tenant: string,
    taskId: string,
    userId: string,
  ): Promise<TaskRecordOfCase | undefined>;
  abstract caseFile(tx: Tx, tenant: string, caseId: string): Promise<CaseRecord | undefined>;
  abstract list(tx: Tx, tenant: string, filter: CaseFilter): Promise<readonly CaseRow[]>;
  /** Open cases of one version in the order of their ids, behind a cursor. */
  abstract openOfDefinition(
    tx: Tx,
    tenant: string,
    definitionId: string,
    limit: number,
    after?: string,
  ): Promise<readonly CaseRow[]>;
  abstract definitions(tx: Tx, tenant: string): Promise<readonly DefinitionRow[]>;
  /** Decision models published with the definition, by file name. */
  abstract decisionFiles(tx: Tx, tenant: string, id: string): Promise<readonly DecisionFile[] | undefined>;
  abstract definitionXml(tx: Tx, tenant: string, id: string): Promise<string | undefined>;
  abstract incidents(tx: Tx, tenant: string): Promise<readonly IncidentView[]>;
}
