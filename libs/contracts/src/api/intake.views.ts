import type { Text2 } from './page.views.js';

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
