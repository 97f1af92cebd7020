import { createHash } from 'node:crypto';
import { type EventMatch, EventRouteStore, type Tx, canonicalText } from '@lianban/application';
import type { CloudEvent } from '@lianban/contracts';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgEventRouteStore extends EventRouteStore {
  async record(tx: Tx, tenant: string, event: CloudEvent): Promise<boolean> {
    const hash = createHash('sha256').update(canonicalText(event)).digest('base64url');
    const stored = await clientOf(tx).query({
      name: 'record-own-event',
      text: `INSERT INTO inbound_event (source, id, tenant, type, subject, district, body_hash, body, received_at, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, business_now(), 'accepted') ON CONFLICT (source, id) DO NOTHING`,
      values: [
        event.source,
        event.id,
        tenant,
        event.type,
        event.subject ?? null,
        event['jurisdiction'] ?? null,
        hash,
        JSON.stringify(event),
      ],
    });
    return stored.rowCount === 1;
  }

  async read(
    tx: Tx,
    source: string,
    id: string,
  ): Promise<{ tenant: string; event: CloudEvent; settled: boolean } | undefined> {
    const { rows } = await clientOf(tx).query<{ tenant: string; body: CloudEvent; settled: boolean }>({
      name: 'read-inbound-event',
      text: `SELECT tenant, body, state <> 'accepted' AS settled FROM inbound_event WHERE source = $1 AND id = $2`,
      values: [source, id],
    });
    const [row] = rows;
    return row && { tenant: row.tenant, event: row.body, settled: row.settled };
  }

  async hearers(
    tx: Tx,
    tenant: string,
    message: string,
    keys: readonly string[],
  ): Promise<
    readonly { caseId: string; caseNo: string; definitionId: string; definitionKey: string; key: string }[]
  > {
    const { rows } = await clientOf(tx).query<{
      caseId: string;
      caseNo: string;
      definitionId: string;
      definitionKey: string;
      key: string;
    }>({
      name: 'hearers',
      text: `SELECT s.case_id AS "caseId", c.case_no AS "caseNo", c.definition_id AS "definitionId",
          c.definition_key AS "definitionKey", s.key
        FROM case_subscription s JOIN case_file c ON c.id = s.case_id AND c.status = 'open'
        WHERE s.tenant = $1 AND s.message = $2 AND s.key = ANY($3)`,
      values: [tenant, message, keys],
    });
    return rows;
  }

  async settle(
    tx: Tx,
    source: string,
    id: string,
    state: 'routed' | 'unmatched' | 'ignored',
    matches: readonly EventMatch[],
    reason?: string,
  ): Promise<void> {
    await clientOf(tx).query({
      name: 'settle-inbound-event',
      text: `UPDATE inbound_event SET state = $3, matches = $4, reason = $5, settled_at = business_now()
        WHERE source = $1 AND id = $2 AND state = 'accepted'`,
      values: [source, id, state, JSON.stringify(matches), reason ?? null],
    });
  }

  async subjectOf(
    tx: Tx,
    tenant: string,
    institutionId: string,
  ): Promise<{ name: string; district: string } | undefined> {
    const { rows } = await clientOf(tx).query<{ name: string; district: string }>({
      name: 'subject-of',
      text: `SELECT name_zh AS name, district FROM institution WHERE tenant = $1 AND id::text = $2`,
      values: [tenant, institutionId],
    });
    return rows[0];
  }
}
