import type { DocumentView, InstitutionRow } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { Tx } from '../../transaction/index.js';

type FilingStatus = 'draft' | 'submitted' | 'supplemented';

export interface FilingRecord {
  readonly id: string;
  readonly status: FilingStatus;
  readonly form: Readonly<Record<string, unknown>>;
  readonly submittedAt?: string;
  /** When it was last sent: filed or supplemented. */
  readonly sentAt: string;
}

/** The case as the institution's portal needs it: where its tokens stand and what was recorded. */
export interface PortalCase {
  readonly id: string;
  readonly caseNo: string;
  readonly status: 'open' | 'ended';
  readonly outcome?: string;
  readonly nodes: readonly string[];
  readonly milestones: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
  /** When the open clocks of a node, or its timer, are due. */
  readonly dueByNode: Readonly<Record<string, string>>;
}

export interface PortalFacts {
  readonly now: Date;
  readonly institution: InstitutionRow;
  readonly case?: PortalCase;
  readonly filing?: FilingRecord;
  readonly documents: readonly DocumentView[];
  readonly notices: readonly {
    readonly id: string;
    readonly at: string;
    readonly kind: string;
    readonly payload: Readonly<Record<string, unknown>>;
  }[];
}

export interface FormPair {
  readonly zh: unknown;
  readonly en: unknown;
}

export interface FilingSubmission {
  readonly filingId: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly submittedAt: Date;
  readonly event: object;
  readonly act: 'filing.submitted' | 'filing.supplemented';
}

export abstract class Portal {
  /** Locks the institution's row where `lock` is set, so that two browser tabs cannot file at once. */
  abstract facts(
    tx: Tx,
    tenant: string,
    institutionId: string,
    lock: boolean,
  ): Promise<PortalFacts | undefined>;
  /** The form of the current version of the filing process. */
  abstract form(
    tx: Tx,
    tenant: string,
    name: 'filing' | 'supplement' | 'completeness-check',
  ): Promise<FormPair | undefined>;
  abstract saveDraft(
    tx: Tx,
    actor: Actor,
    institutionId: string,
    form: Readonly<Record<string, unknown>>,
  ): Promise<void>;
  /** The filing row, its event in the outbox and the audit row. */
  abstract submit(tx: Tx, actor: Actor, institutionId: string, submission: FilingSubmission): Promise<void>;
}
