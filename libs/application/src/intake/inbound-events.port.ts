import type { Actor } from '@lianban/domain';
import type {
  CloudEvent,
  InboundEventRow,
  InboundEventView,
  InboundRefusalRow,
  Page,
} from '@lianban/contracts';
import type { Tx } from '../transaction/index.js';

export type InboundState = InboundEventRow['state'];

export interface NewInboundEvent {
  readonly tenant: string;
  readonly event: CloudEvent;
  readonly bodyHash: string;
  readonly district: string | undefined;
}

export interface KnownInboundEvent {
  readonly state: InboundState;
  readonly bodyHash: string;
}

export interface NewRefusal {
  readonly tenant: string;
  readonly source: string | undefined;
  readonly eventId: string | undefined;
  readonly type: string | undefined;
  readonly code: string;
  readonly detail: string;
  readonly bodyHash: string | undefined;
}

export interface PageRequest {
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** The permanent inbox. An event, the job that routes it and the audit row are written by one statement. */
export abstract class InboundEvents {
  /** Undefined where the event is new; what is known of it where (source, id) was received before. */
  abstract accept(tx: Tx, actor: Actor, event: NewInboundEvent): Promise<KnownInboundEvent | undefined>;
  abstract refuse(tx: Tx, refusal: NewRefusal): Promise<void>;
  /** From `unmatched` back to the router; false where it isn't unmatched. */
  abstract routeAgain(tx: Tx, actor: Actor, source: string, id: string): Promise<boolean>;
  abstract ignore(tx: Tx, actor: Actor, source: string, id: string, reason: string): Promise<boolean>;
  abstract find(tx: Tx, tenant: string, source: string, id: string): Promise<InboundEventView | undefined>;
  abstract list(
    tx: Tx,
    tenant: string,
    request: PageRequest & { readonly state?: InboundState | undefined },
  ): Promise<Page<InboundEventRow>>;
  abstract refusals(tx: Tx, tenant: string, request: PageRequest): Promise<Page<InboundRefusalRow>>;
}
