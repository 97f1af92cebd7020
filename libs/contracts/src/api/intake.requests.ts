import { z } from 'zod';
import { pageQuery, paragraph } from './fields.js';

export const inboundEventsQuery = z.strictObject({
  state: z.enum(['accepted', 'routed', 'unmatched', 'ignored']).optional(),
  ...pageQuery,
});
export const inboundRefusalsQuery = z.strictObject({ ...pageQuery });
/** A source is a URI reference such as `/zhoushan/330902/market-regulation`: it travels URL-encoded. */
export const inboundEventParams = z.strictObject({
  source: z.string().min(1).max(300),
  id: z.string().min(1).max(200),
});
export const ignoreEventRequest = z.strictObject({ reason: paragraph(1000) });

/** What the machine door answers. */
export interface IntakeReceipt {
  readonly id: string;
  readonly source: string;
  readonly state: 'accepted' | 'routed' | 'unmatched' | 'ignored';
  readonly duplicate: boolean;
}

export interface InboundEventView {
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject?: string;
  readonly receivedAt: string;
  readonly state: 'accepted' | 'routed' | 'unmatched' | 'ignored';
  readonly reason?: string;
  readonly matches: readonly { readonly caseId: string; readonly caseNo: string; readonly how: string }[];
  readonly body: unknown;
}
