import {
  type KnownOrder,
  type NewOrder,
  type OrderFilter,
  type OrderMove,
  OrderStore,
  type Tx,
} from '@lianban/application';
import type { NewAgendaItem } from '@lianban/application';
import type { AgendaItemView, OrderDetail, OrderRow } from '@lianban/contracts';
import { type Actor, KINDS_DEMANDING_WORK, type OrderState } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { businessNow } from '../business-time/business-now.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import {
  AGENDA_ROW,
  ISO,
  OBLIGATION_ENDED,
  ORDER_FROM,
  ORDER_ROW,
  countOrders,
  listOrders,
  trail,
} from './order.sql.js';

/** $2–$6 of every statement that leaves a trail. */
const signed = (actor: Actor): readonly unknown[] => [
  actor.kind,
  actor.id,
  actor.name,
  actor.address ?? null,
  actor.correlationId ?? null,
];

@Injectable()
export class PgOrderStore extends OrderStore {
  now(tx: Tx): Promise<string> {
    return businessNow(tx);
  }

  async hasCase(tx: Tx, tenant: string, caseId: string): Promise<boolean> {
    const { rowCount } = await clientOf(tx).query({
      name: 'order-has-case',
      text: 'SELECT 1 FROM case_file WHERE id = $1 AND tenant = $2',
      values: [caseId, tenant],
    });
    return rowCount === 1;
  }

  async draft(tx: Tx, actor: Actor, order: NewOrder): Promise<void> {
    const client = clientOf(tx);
    // What ends the obligation holds this lock: it either finds the draft, or is seen by it.
    await client.query({
      name: 'lock-case-of-draft',
      text: 'SELECT 1 FROM case_file WHERE id = $1 FOR SHARE',
      values: [order.caseId],
    });
    await client.query({
      name: 'draft-order',
      text: `WITH x AS (
          INSERT INTO supervision_order (id, tenant, kind, case_id, clock_id, level, issuing_office, office_id, via_convenor,
            subject, facts, demand, answer_within, drafted_by, state, state_since)
          VALUES ($7, $1, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
            CASE WHEN $20 AND EXISTS (SELECT 1 FROM clock k WHERE k.id = $10 AND k.state NOT IN ('running', 'stopped'))
              THEN 'withdrawn' ELSE 'drafted' END,
            date_trunc('milliseconds', business_now()))
          ON CONFLICT (clock_id, level, kind) DO NOTHING
          RETURNING *, issuing_office AS office),
        step AS (
          INSERT INTO supervision_order_step (order_id, seq, act, at, recorded_at, actor_kind, actor_id, actor_name, payload)
          SELECT x.id, 1, 'draft', x.state_since, x.state_since, $2, $3, $4,
            jsonb_strip_nulls(jsonb_build_object('by', x.drafted_by, 'level', x.level)) FROM x
          UNION ALL
          SELECT x.id, 2, 'withdraw', x.state_since, x.state_since, $2, $3, $4, ${OBLIGATION_ENDED} FROM x WHERE x.state = 'withdrawn'),
        told AS (
          INSERT INTO notice (id, tenant, to_kind, to_id, case_id, kind, payload, created_at)
          SELECT uuidv7(), x.tenant, 'office', x.office, x.case_id, 'order-drafted',
            jsonb_build_object('orderId', x.id, 'kind', x.kind), x.state_since FROM x WHERE x.state = 'drafted'),
        fallen AS (${trail(`'order.withdraw'`, 'order', 'NULL', `${OBLIGATION_ENDED} || jsonb_build_object('state', x.state)`)} WHERE x.state = 'withdrawn'),
        trail AS (${trail(`'order.drafted'`, 'order', 'x.facts', `jsonb_build_object('kind', x.kind, 'office', x.office_id)`)})
        SELECT 1 FROM x`,
      values: [
        actor.tenant,
        ...signed(actor),
        order.id,
        order.kind,
        order.caseId,
        order.rung?.clockId ?? null,
        order.rung?.level ?? null,
        order.issuingOffice,
        order.office,
        order.viaConvenor,
        order.subject,
        order.facts,
        order.demand,
        order.answerWithin ?? null,
        actor.kind === 'person' ? actor.id : null,
        KINDS_DEMANDING_WORK.includes(order.kind),
      ],
    });
  }

  async lock(tx: Tx, actor: Actor, orderId: string): Promise<KnownOrder | undefined> {
    const client = clientOf(tx);
    await client.query({
      name: 'lock-order',
      text: 'SELECT 1 FROM supervision_order WHERE id = $1 AND tenant = $2 FOR UPDATE',
      values: [orderId, actor.tenant],
    });
    const { rows } = await client.query<{ found: KnownOrder }>({
      name: 'known-order',
      text: `SELECT jsonb_strip_nulls(jsonb_build_object('id', o.id, 'tenant', o.tenant, 'kind', o.kind, 'state', o.state,
          'caseId', o.case_id, 'caseNo', c.case_no, 'issuingOffice', o.issuing_office, 'addressedOffice', o.office_id,
          'viaConvenor', o.via_convenor, 'draftedBy', o.drafted_by, 'subject', o.subject, 'facts', o.facts, 'demand', o.demand,
          'answerWithin', o.answer_within, 'number', o.number, 'documentId', o.document_id,
          'issuedAt', (SELECT ${ISO('s.at')} FROM supervision_order_step s WHERE s.order_id = o.id AND s.act = 'issue'),
          'issuingPosts', COALESCE((SELECT jsonb_agg(p.post) FROM user_post p
            WHERE p.user_id::text = $3 AND p.office_id = o.issuing_office), '[]'))) AS found
        FROM supervision_order o JOIN case_file c ON c.id = o.case_id WHERE o.id = $1 AND o.tenant = $2`,
      values: [orderId, actor.tenant, actor.id],
    });
    return rows[0]?.found;
  }

  async move(tx: Tx, actor: Actor, move: OrderMove): Promise<void> {
    await clientOf(tx).query({
      name: 'move-order',
      text: `WITH x AS (
          UPDATE supervision_order SET state = $8, state_since = date_trunc('milliseconds', business_now()), number = COALESCE($9, number),
            document_id = COALESCE($10, document_id), due_at = COALESCE($11, due_at),
            overdue_at = CASE WHEN $11::timestamptz IS NULL THEN overdue_at END
          WHERE id = $7 AND tenant = $1
          RETURNING *, CASE WHEN $16 = issuing_office THEN office_id ELSE issuing_office END AS office),
        step AS (
          INSERT INTO supervision_order_step (order_id, seq, act, at, recorded_at, actor_kind, actor_id, actor_name, words, payload)
          SELECT x.id, 1 + (SELECT max(seq) FROM supervision_order_step s WHERE s.order_id = x.id), $12, $13, x.state_since,
            $2, $3, $4, $14, $15 FROM x),
        ended AS (DELETE FROM due d USING x WHERE d.case_id = x.case_id AND d.ref = 'order:' || x.id
          AND ($17 OR $11::timestamptz IS NOT NULL)),
        due AS (
          INSERT INTO due (id, tenant, case_id, kind, at, ref)
          SELECT uuidv7(), x.tenant, x.case_id, 'order', $11, 'order:' || x.id FROM x WHERE $11::timestamptz IS NOT NULL),
        told AS (
          INSERT INTO notice (id, tenant, to_kind, to_id, case_id, kind, payload, created_at)
          SELECT uuidv7(), x.tenant, 'office', $16, x.case_id, 'order-' || $12,
            jsonb_strip_nulls(jsonb_build_object('orderId', x.id, 'kind', x.kind, 'number', x.number, 'dueAt', ${ISO('x.due_at')})), x.state_since
          -- Before 送达 the unit knows nothing of it.
          FROM x WHERE x.state NOT IN ('issued', 'withdrawn')),
        trail AS (${trail(`'order.' || $12`, 'order', '$14', `jsonb_strip_nulls(jsonb_build_object('state', x.state, 'number', x.number)) || $15::jsonb`)})
        SELECT 1 FROM x`,
      values: [
        actor.tenant,
        ...signed(actor),
        move.order.id,
        move.to,
        move.number ?? null,
        move.documentId ?? null,
        move.dueAt ?? null,
        move.act,
        move.at,
        move.words ?? null,
        JSON.stringify(move.payload),
        move.tell,
        move.endsDeadline,
      ],
    });
  }

  async serve(
    tx: Tx,
    actor: Actor,
    { id, documentId, servedAt, way, receivedBy, receipt }: Parameters<OrderStore['serve']>[2],
  ): Promise<void> {
    await clientOf(tx).query({
      name: 'serve-document',
      text: `INSERT INTO document_service (id, tenant, document_id, served_at, way, received_by, receipt, recorded_by, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, business_now())`,
      values: [id, actor.tenant, documentId, servedAt, way, receivedBy, receipt ?? null, actor.id],
    });
  }

  async list(tx: Tx, tenant: string, filter: OrderFilter): Promise<readonly OrderRow[]> {
    const { rows } = await clientOf(tx).query<{ found: OrderRow }>({
      name: `list-orders-${filter.officeIds === undefined ? 'all' : 'of-offices'}${filter.caseId === undefined ? '' : '-of-case'}`,
      text: listOrders(filter),
      values: [
        tenant,
        filter.states,
        filter.officeIds ?? null,
        filter.caseId ?? null,
        filter.after?.at ?? null,
        filter.after?.id ?? null,
        filter.limit,
      ],
    });
    return rows.map(({ found }) => found);
  }

  async count(
    tx: Tx,
    tenant: string,
    states: readonly OrderState[],
    officeIds?: readonly string[],
  ): Promise<ReadonlyMap<OrderState, number>> {
    const { rows } = await clientOf(tx).query<{ state: OrderState; count: number }>({
      name: `count-orders-${officeIds === undefined ? 'all' : 'of-offices'}`,
      text: countOrders(officeIds !== undefined),
      values: [tenant, states, officeIds ?? null],
    });
    return new Map(rows.map(({ state, count }) => [state, count]));
  }

  async detail(
    tx: Tx,
    tenant: string,
    orderId: string,
  ): Promise<Omit<OrderDetail, 'acts' | 'preview'> | undefined> {
    const { rows } = await clientOf(tx).query<{ found: Omit<OrderDetail, 'acts' | 'preview'> }>({
      name: 'order-detail',
      text: `SELECT jsonb_strip_nulls(jsonb_build_object(${ORDER_ROW}, 'facts', o.facts, 'demand', o.demand,
          'answerWithin', o.answer_within, 'documentId', o.document_id,
          'documentReady', COALESCE((SELECT d.state = 'ready' FROM document d WHERE d.id = o.document_id), false),
          'steps', (SELECT jsonb_agg(jsonb_build_object('act', s.act, 'at', ${ISO('s.at')}, 'recordedAt', ${ISO('s.recorded_at')},
              'actorKind', s.actor_kind, 'actorName', s.actor_name, 'words', s.words, 'payload', s.payload) ORDER BY s.seq)
            FROM supervision_order_step s WHERE s.order_id = o.id))) AS found
        FROM ${ORDER_FROM} WHERE o.id = $1 AND o.tenant = $2`,
      values: [orderId, tenant],
    });
    return rows[0]?.found;
  }

  async addAgendaItem(tx: Tx, actor: Actor, item: NewAgendaItem): Promise<void> {
    await clientOf(tx).query({
      name: 'add-agenda-item',
      text: `WITH x AS (
          INSERT INTO agenda_item (id, tenant, meeting, session, office_id, late_office, case_id, clock_id, level, subject, raised_at)
          VALUES ($7, $1, $8, $9, $10, $11, $12, $13, $14, $15, business_now())
          ON CONFLICT (clock_id, level) DO NOTHING RETURNING *, office_id AS office),
        trail AS (${trail(`'agenda.raised'`, 'agenda-item', 'x.subject', `jsonb_build_object('meeting', x.meeting, 'session', x.session)`)})
        SELECT 1 FROM x`,
      values: [
        item.tenant,
        ...signed(actor),
        item.id,
        item.meeting,
        item.session,
        item.office,
        item.lateOffice,
        item.caseId,
        item.clockId,
        item.level,
        item.subject,
      ],
    });
  }

  async agenda(tx: Tx, tenant: string, officeIds?: readonly string[]): Promise<readonly AgendaItemView[]> {
    const { rows } = await clientOf(tx).query<{ found: AgendaItemView }>({
      name: 'open-agenda',
      text: `SELECT jsonb_strip_nulls(jsonb_build_object(${AGENDA_ROW})) AS found
        FROM agenda_item g JOIN case_file c ON c.id = g.case_id
          LEFT JOIN office i ON i.id = g.office_id LEFT JOIN office a ON a.id = g.late_office
        WHERE g.tenant = $1 AND g.settled_at IS NULL AND ($2::text[] IS NULL OR g.office_id = ANY($2))
        ORDER BY g.raised_at, g.id LIMIT 200`,
      values: [tenant, officeIds ?? null],
    });
    return rows.map(({ found }) => found);
  }

  async settleAgendaItem(tx: Tx, actor: Actor, id: string, resolution: string): Promise<boolean> {
    const { rowCount } = await clientOf(tx).query({
      name: 'settle-agenda-item',
      text: `WITH x AS (
          UPDATE agenda_item SET resolution = $8, settled_by = $3::text::uuid, settled_at = business_now()
          WHERE id = $7 AND tenant = $1 AND settled_at IS NULL AND office_id = ANY($9)
          RETURNING *, office_id AS office),
        trail AS (${trail(`'agenda.settled'`, 'agenda-item', '$8', 'NULL')})
        SELECT 1 FROM x`,
      values: [actor.tenant, ...signed(actor), id, resolution, actor.officeIds],
    });
    return rowCount === 1;
  }
}
