import type { DocumentTemplateView } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import type { Tx } from '../transaction/index.js';

export interface DocumentTemplate {
  readonly version: number;
  readonly body: string;
  readonly article: string;
}

/** The words of legal documents (文书模板), in versions that are never changed. */
export abstract class DocumentTemplates {
  abstract inForce(tx: Tx, tenant: string, kind: string): Promise<DocumentTemplate | undefined>;
  abstract all(tx: Tx, tenant: string): Promise<readonly Omit<DocumentTemplateView, 'placeholders'>[]>;
  /** Adds the version after `version`; answers whether that was still the newest. */
  abstract publish(tx: Tx, actor: Actor, kind: string, next: DocumentTemplate): Promise<boolean>;
}
