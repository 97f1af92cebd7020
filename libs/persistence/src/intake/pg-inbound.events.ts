import { Injectable } from '@nestjs/common';
import {
  InboundEvents,
  type InboundState,
  type KnownInboundEvent,
  type NewInboundEvent,
  type NewRefusal,
  type PageRequest,
  type Tx,
} from '@lianban/application';
import type { InboundEventRow, InboundEventView, InboundRefusalRow, Page } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import {
  acceptEvent,
  findEvent,
  ignoreEvent,
  listEvents,
  listRefusals,
  refuseEvent,
  routeAgain,
} from './intake.sql.js';
import { cursorText, pageOf, readCursor } from './page-cursor.js';

interface EventRow {
  source: string;
  id: string;
  type: string;
  type_name: string | null;
  type_name_en: string | null;
  subject: string | null;
  received_at: Date;
  received_text: string;
  state: InboundState;
  reason: string | null;
  matches: InboundEventRow['matches'];
  body: unknown;
}

interface RefusalRow {
  id: string;
  source: string | null;
  event_id: string | null;
  type: string | null;
  code: string;
  detail: string;
  received_at: Date;
  received_text: string;
}

@Injectable()
export class PgInboundEvents extends InboundEvents {
  async accept(tx: Tx, actor: Actor, it: NewInboundEvent): Promise<KnownInboundEvent | undefined> {
    const client = clientOf(tx);
    const { event } = it;
    const stored = await client.query({
      name: 'accept-event',
      text: acceptEvent,
      values: [
        event.source,
        event.id,
        it.tenant,
        event.type,
        event.subject ?? null,
        it.district ?? null,
        it.bodyHash,
        JSON.stringify(event),
        actor.kind,
        actor.id,
        actor.name,
        actor.address ?? null,
        actor.correlationId ?? null,
      ],
    });
    if (stored.rowCount === 1) return undefined;
    const { rows } = await client.query<{ state: InboundState; body_hash: string }>(
      'SELECT state, body_hash FROM inbound_event WHERE source = $1 AND id = $2',
      [event.source, event.id],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('an inbound event was neither stored nor known');
    return { state: row.state, bodyHash: row.body_hash };
  }

  async refuse(tx: Tx, it: NewRefusal): Promise<void> {
    await clientOf(tx).query(refuseEvent, [
      it.tenant,
      storable(it.source),
      storable(it.eventId),
      storable(it.type),
      it.code,
      storable(it.detail),
      it.bodyHash ?? null,
    ]);
  }

  async routeAgain(tx: Tx, actor: Actor, source: string, id: string): Promise<boolean> {
    const done = await clientOf(tx).query(routeAgain, deskValues(actor, source, id));
    return done.rowCount === 1;
  }

  async ignore(tx: Tx, actor: Actor, source: string, id: string, reason: string): Promise<boolean> {
    const done = await clientOf(tx).query(ignoreEvent, [...deskValues(actor, source, id), reason]);
    return done.rowCount === 1;
  }

  async find(tx: Tx, tenant: string, source: string, id: string): Promise<InboundEventView | undefined> {
    const { rows } = await clientOf(tx).query<EventRow>(findEvent, [tenant, source, id]);
    const [row] = rows;
    if (row === undefined) return undefined;
    const { typeName: _unused, ...shown } = eventRow(row);
    return { ...shown, body: row.body };
  }

  async list(
    tx: Tx,
    tenant: string,
    request: PageRequest & { readonly state?: InboundState | undefined },
  ): Promise<Page<InboundEventRow>> {
    const limit = request.limit ?? 50;
    const after = readCursor(request.after);
    const { rows } = await clientOf(tx).query<EventRow>(listEvents, [
      tenant,
      request.state ?? null,
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
    ]);
    return pageOf(rows, limit, eventRow, (row) => cursorText(row.received_text, `${row.source} ${row.id}`));
  }

  async refusals(tx: Tx, tenant: string, request: PageRequest): Promise<Page<InboundRefusalRow>> {
    const limit = request.limit ?? 50;
    const after = readCursor(request.after);
    const { rows } = await clientOf(tx).query<RefusalRow>(listRefusals, [
      tenant,
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
    ]);
    return pageOf(rows, limit, refusalRow, (row) => cursorText(row.received_text, row.id));
  }
}

const deskValues = (actor: Actor, source: string, id: string): unknown[] => [
  actor.tenant,
  source,
  id,
  actor.kind,
  actor.id,
  actor.name,
  actor.address ?? null,
  actor.correlationId ?? null,
];

/** What an unproven sender claims is kept only as far as PostgreSQL can hold it. */
const storable = (text: string | undefined): string | null =>
  text === undefined ? null : text.replaceAll('\u0000', '').replaceAll(/\p{Surrogate}/gu, '\ufffd');

const eventRow = (row: EventRow): InboundEventRow => ({
  source: row.source,
  id: row.id,
  type: row.type,
  ...(row.type_name === null
    ? {}
    : { typeName: { zh: row.type_name, en: row.type_name_en ?? row.type_name } }),
  ...(row.subject === null ? {} : { subject: row.subject }),
  receivedAt: row.received_at.toISOString(),
  state: row.state,
  ...(row.reason === null ? {} : { reason: row.reason }),
  matches: row.matches,
});

const refusalRow = (row: RefusalRow): InboundRefusalRow => ({
  id: row.id,
  ...(row.source === null ? {} : { source: row.source }),
  ...(row.event_id === null ? {} : { eventId: row.event_id }),
  ...(row.type === null ? {} : { type: row.type }),
  code: row.code,
  detail: row.detail,
  receivedAt: row.received_at.toISOString(),
});
