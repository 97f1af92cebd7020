import type { ORDER_ACTS, ORDER_KINDS, OrderList, TemplateKind } from './orders.requests.js';
import type { Text2 } from './page.views.js';

interface Named {
  readonly id: string;
  readonly name: Text2;
}

/** A 督办单, a letter 催办通知 or a 通报 in a list. */
export interface OrderRow {
  readonly id: string;
  readonly kind: (typeof ORDER_KINDS)[number];
  readonly state:
    | 'drafted'
    | 'withdrawn'
    | 'issued'
    | 'served'
    | 'acknowledged'
    | 'answered'
    | 'sent-back'
    | 'accepted'
    | 'struck-off';
  readonly stateSince: string;
  readonly subject: string;
  readonly case: { readonly id: string; readonly no: string; readonly title: string };
  readonly issuingOffice: Named;
  readonly office: Named;
  /** The unit is led from above (垂直管理). */
  readonly viaConvenor: boolean;
  /** Level of the ladder that asked for it; absent where a person drafted it. */
  readonly level?: string;
  readonly number?: string;
  readonly dueAt?: string;
  readonly overdueAt?: string;
}

export interface OrderStep {
  readonly act: (typeof ORDER_ACTS)[number] | 'draft' | 'overdue';
  /** When it was done. */
  readonly at: string;
  /** When it was written down. */
  readonly recordedAt: string;
  readonly actorKind: 'person' | 'system';
  readonly actorName: string;
  readonly words?: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** One paper with its life, what the reader may do now, and the words of its document. */
export interface OrderDetail extends OrderRow {
  readonly facts: string;
  readonly demand: string;
  readonly answerWithin?: number;
  readonly documentId?: string;
  readonly documentReady: boolean;
  readonly steps: readonly OrderStep[];
  readonly acts: readonly (typeof ORDER_ACTS)[number][];
  readonly preview: {
    readonly title: Text2;
    readonly addressee: string;
    readonly paragraphs: readonly string[];
    readonly issuer: string;
  };
}

/** How many papers each list holds; at most a thousand of each state are counted. */
export type OrderCounts = Readonly<Record<OrderList, number>>;

export interface OrderDone {
  readonly orderId: string;
}

/** What a joint meeting (联席会议) has to talk about. */
export interface AgendaItemView {
  readonly id: string;
  readonly meeting: 'county' | 'city';
  readonly session: 'ordinary' | 'special';
  readonly office: Named;
  readonly lateOffice: Named;
  readonly case: { readonly id: string; readonly no: string; readonly title: string };
  readonly level: string;
  readonly subject: string;
  readonly raisedAt: string;
  /** When the obligation was done or called off; absent while it is owed. */
  readonly endedAt?: string;
}

export interface AgendaDone {
  readonly agendaItemId: string;
}

/** The words of a legal document in the version in force, and what may stand in them. */
export interface DocumentTemplateView {
  readonly kind: TemplateKind;
  readonly version: number;
  readonly body: string;
  readonly article: string;
  /** Absent for what came with the pack. */
  readonly publishedAt?: string;
  readonly placeholders: readonly string[];
}

export interface TemplateVersion {
  readonly version: number;
}
