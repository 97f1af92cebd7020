import { type DueRow, type StopUnderReview, StopsUnderReview, type Tx } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgStopsUnderReview extends StopsUnderReview {
  async open(tx: Tx, { id, caseId }: DueRow): Promise<StopUnderReview | undefined> {
    const client = clientOf(tx);
    await client.query({
      name: 'lock-case-of-stop',
      text: 'SELECT 1 FROM case_file WHERE id = $1 FOR UPDATE',
      values: [caseId],
    });
    const { rows } = await client.query<{ stop: StopUnderReview }>({
      name: 'stopped-clock',
      // The row is looked at again under the lock: another sweeper, or the act that let the clock run, may have been first.
      text: `SELECT jsonb_strip_nulls(jsonb_build_object('clockId', k.id, 'ground', r.ground, 'district', c.district,
          'name', jsonb_build_object('zh', k.name_zh, 'en', k.name_en), 'since', e.entry -> 'at', 'until', e.entry -> 'until',
          'now', to_char(business_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) AS stop
        FROM due d JOIN case_file c ON c.id = d.case_id,
          LATERAL (SELECT split_part(d.ref, ':', 2)::uuid AS clock_id, split_part(d.ref, ':', 3) AS ground) r
          JOIN clock k ON k.id = r.clock_id
          JOIN LATERAL (SELECT entry FROM clock_entry WHERE clock_id = k.id AND entry ->> 'ground' = r.ground
            ORDER BY seq DESC LIMIT 1) e ON e.entry ->> 'kind' = 'stopped'
        WHERE d.id = $1 AND c.status = 'open' AND k.state = 'stopped' AND k.retired_at IS NULL`,
      values: [id],
    });
    return rows[0]?.stop;
  }

  async ask(
    tx: Tx,
    row: DueRow,
    { clockId, name, until }: StopUnderReview,
    { kind, ground, next }: Parameters<StopsUnderReview['ask']>[3],
  ): Promise<void> {
    await clientOf(tx).query({
      name: 'ask-about-stop',
      text: `WITH open AS (
          SELECT t.office_id, t.node = k.node AS own FROM task t JOIN clock k ON k.id = $3
          WHERE t.case_id = $2 AND t.status = 'open'),
        told AS (
          INSERT INTO notice (id, tenant, to_kind, to_id, case_id, kind, payload, created_at)
          SELECT uuidv7(), $1, 'office', o.office_id, $2, $4,
            jsonb_strip_nulls(jsonb_build_object('clockName', $5::jsonb, 'action', $6::jsonb, 'dueAt', $7::text)), business_now()
          FROM (SELECT DISTINCT office_id FROM open WHERE own OR NOT EXISTS (SELECT FROM open WHERE own)) o)
        INSERT INTO due (id, tenant, case_id, kind, at, ref) VALUES (uuidv7(), $1, $2, 'stop', $8, $9)`,
      values: [
        row.tenant,
        row.caseId,
        clockId,
        kind,
        JSON.stringify(name),
        JSON.stringify(ground),
        until ?? null,
        next.at,
        row.ref,
      ],
    });
  }
}
