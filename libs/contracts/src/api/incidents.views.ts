import type { Text2 } from './page.views.js';

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
