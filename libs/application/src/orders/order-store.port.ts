import type { AgendaItemView, OrderDetail, OrderRow } from '@lianban/contracts';
import type { Actor, OrderAct, OrderFacts, OrderKind, OrderState } from '@lianban/domain';
import type { JsonObject } from '@lianban/kernel';
import type { Tx } from '../transaction/index.js';

/** A paper under lock, with the posts of whoever acts in its issuing office. */
export interface KnownOrder extends OrderFacts {
  readonly id: string;
  readonly tenant: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly subject: string;
  readonly facts: string;
  readonly demand: string;
  readonly answerWithin?: number;
  readonly number?: string;
  readonly documentId?: string;
  readonly issuedAt?: string;
  readonly issuingPosts: readonly string[];
}

export interface NewOrder {
  readonly id: string;
  readonly kind: OrderKind;
  readonly caseId: string;
  /** The rung that asked for it. */
  readonly rung?: { readonly clockId: string; readonly level: string };
  readonly issuingOffice: string;
  readonly office: string;
  readonly viaConvenor: boolean;
  readonly subject: string;
  readonly facts: string;
  readonly demand: string;
  readonly answerWithin?: number;
}

export interface OrderMove {
  readonly order: KnownOrder;
  readonly act: OrderAct;
  readonly to: OrderState;
  readonly at: string;
  readonly words?: string;
  readonly payload: JsonObject;
  readonly number?: string;
  readonly documentId?: string;
  /** A deadline that begins with this act; the one before ends with it. */
  readonly dueAt?: string;
  /** The deadline that ran is over. */
  readonly endsDeadline: boolean;
  /** The office that is told. */
  readonly tell: string;
}

export interface OrderFilter {
  /** Papers addressed to one of these; all where absent. */
  readonly officeIds?: readonly string[];
  readonly states: readonly OrderState[];
  readonly caseId?: string;
  readonly limit: number;
  readonly after?: { readonly at: string; readonly id: string };
}

export interface NewAgendaItem {
  readonly id: string;
  readonly tenant: string;
  readonly meeting: 'county' | 'city';
  readonly session: 'ordinary' | 'special';
  readonly office: string;
  readonly lateOffice: string;
  readonly caseId: string;
  readonly clockId: string;
  readonly level: string;
  readonly subject: string;
}

export abstract class OrderStore {
  abstract now(tx: Tx): Promise<string>;
  /** Whether there is such a case. */
  abstract hasCase(tx: Tx, tenant: string, caseId: string): Promise<boolean>;
  /** Keeps a draft, with its first step and trail. The same rung asks twice: one draft. */
  abstract draft(tx: Tx, actor: Actor, order: NewOrder): Promise<void>;
  abstract lock(tx: Tx, actor: Actor, orderId: string): Promise<KnownOrder | undefined>;
  /** State, step, deadline, notice and trail of one act. */
  abstract move(tx: Tx, actor: Actor, move: OrderMove): Promise<void>;
  /** Keeps 送达 of a document. */
  abstract serve(
    tx: Tx,
    actor: Actor,
    service: {
      readonly id: string;
      readonly documentId: string;
      readonly servedAt: string;
      readonly way: string;
      readonly receivedBy: string;
      readonly receipt?: string;
    },
  ): Promise<void>;
  /** Oldest in their state first. */
  abstract list(tx: Tx, tenant: string, filter: OrderFilter): Promise<readonly OrderRow[]>;
  /** How many there are in each of these states, up to a thousand each; of all offices or of some. */
  abstract count(
    tx: Tx,
    tenant: string,
    states: readonly OrderState[],
    officeIds?: readonly string[],
  ): Promise<ReadonlyMap<OrderState, number>>;
  abstract detail(
    tx: Tx,
    tenant: string,
    orderId: string,
  ): Promise<Omit<OrderDetail, 'acts' | 'preview'> | undefined>;
  abstract addAgendaItem(tx: Tx, actor: Actor, item: NewAgendaItem): Promise<void>;
  /** Unsettled ones, oldest first; of all offices or of some. */
  abstract agenda(tx: Tx, tenant: string, officeIds?: readonly string[]): Promise<readonly AgendaItemView[]>;
  /** Answers whether it was there and unsettled. */
  abstract settleAgendaItem(tx: Tx, actor: Actor, id: string, resolution: string): Promise<boolean>;
}
