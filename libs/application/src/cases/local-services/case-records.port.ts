import type { TemplateKind } from '@lianban/contracts';
import type { JsonObject } from '@lianban/kernel';
import type { Tx } from '../../transaction/index.js';

export interface DocumentOrder {
  readonly id: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly institutionId?: string;
  readonly kind: TemplateKind;
  /** Words before the number: 舟托备回 gives 舟托备回〔2026〕12号. */
  readonly series: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly data: JsonObject;
  readonly now: string;
}

/** What an institution is told of by itself, at its portal. */
export type NoticeKind =
  'supplement-notice' | 'filing-receipt' | 'nonconformity-notice' | 'unfiled-reminder' | 'extension-notice';

/** What local services keep beside the case: documents with a number, notices to institutions, registers. */
export abstract class CaseRecords {
  /** Takes the next number of the series, stores the document and orders its rendering. */
  abstract issueDocument(tx: Tx, order: DocumentOrder): Promise<string>;
  abstract tellInstitution(
    tx: Tx,
    notice: {
      readonly tenant: string;
      readonly institutionId: string;
      readonly caseId: string;
      readonly kind: NoticeKind;
      readonly payload: JsonObject;
      readonly now: string;
    },
  ): Promise<void>;
  /** Whether one of these people stands on the register of lifetime bans. */
  abstract isBanned(tx: Tx, tenant: string, names: readonly string[]): Promise<boolean>;
  /** Processes that an event of this case has started. */
  abstract followUps(tx: Tx, caseId: string, eventType: string): Promise<readonly string[]>;
}
