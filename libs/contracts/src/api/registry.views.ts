import type { Text2 } from './page.views.js';

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
