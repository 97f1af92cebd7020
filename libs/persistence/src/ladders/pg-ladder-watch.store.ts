import {
  type Finding,
  LadderWatchStore,
  type Tx,
  type WatchProgress,
  type WatchedClock,
} from '@lianban/application';
import type { LadderWatchView } from '@lianban/contracts';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

const ISO = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const WATCHED = `jsonb_strip_nulls(jsonb_build_object('id', k.id, 'caseId', k.case_id, 'node', k.node, 'scope', k.scope,
  'ladder', k.ladder, 'definitionId', c.definition_id, 'district', c.district, 'startedAt', ${ISO('k.started_at')},
  'dueAt', ${ISO('k.due_at')}, 'overran', k.breached_at IS NOT NULL,
  'ledger', (SELECT jsonb_agg(e.entry ORDER BY e.seq) FROM clock_entry e WHERE e.clock_id = k.id),
  'tasks', COALESCE((SELECT jsonb_agg(jsonb_build_object('node', t.node, 'officeId', t.office_id))
    FROM task t WHERE t.case_id = k.case_id AND t.node = k.node AND t.status = 'open'), '[]'),
  'looked', COALESCE((SELECT jsonb_agg(f.level) FROM ladder_firing f WHERE f.clock_id = k.id), '[]'),
  'schedule', COALESCE(d.payload -> 'schedule', '[]'), 'armedFor', ${ISO('d.at')},
  'held', COALESCE(d.state = 'held', false),
  'countedBy', (SELECT e.entry ->> 'calendar' FROM clock_entry e
    WHERE e.clock_id = k.id AND e.entry ? 'calendar' ORDER BY e.seq DESC LIMIT 1)))`;

const FROM = `FROM clock k JOIN case_file c ON c.id = k.case_id
  LEFT JOIN LATERAL (SELECT * FROM due d WHERE d.case_id = k.case_id AND d.ref = k.id::text LIMIT 1) d ON true
  WHERE k.tenant = $1 AND k.state = 'running' AND k.retired_at IS NULL AND k.ladder <> '' AND k.due_at IS NOT NULL`;

@Injectable()
export class PgLadderWatchStore extends LadderWatchStore {
  async take(tx: Tx, tenant: string): Promise<{ progress: WatchProgress; now: string } | undefined> {
    const client = clientOf(tx);
    await client.query({
      name: 'ladder-watch-begin',
      text: `INSERT INTO ladder_watch (tenant, progress) SELECT $1, jsonb_build_object('suspects', '[]'::jsonb,
          'round', jsonb_build_object('began', clock_timestamp(), 'clocks', 0, 'rungs', 0, 'missing', 0))
        WHERE NOT EXISTS (SELECT FROM ladder_watch WHERE tenant = $1) ON CONFLICT DO NOTHING`,
      values: [tenant],
    });
    const { rows } = await client.query<{ progress: WatchProgress; now: string }>({
      name: 'ladder-watch-take',
      text: `SELECT progress, ${ISO('business_now()')} AS now FROM ladder_watch WHERE tenant = $1 FOR UPDATE SKIP LOCKED`,
      values: [tenant],
    });
    return rows[0];
  }

  async page(
    tx: Tx,
    tenant: string,
    after: string | undefined,
    limit: number,
  ): Promise<readonly WatchedClock[]> {
    const { rows } = await clientOf(tx).query<{ clock: WatchedClock }>({
      name: 'ladder-watch-page',
      text: `SELECT ${WATCHED} AS clock ${FROM} AND ($2::uuid IS NULL OR k.id > $2) ORDER BY k.id LIMIT $3`,
      values: [tenant, after ?? null, limit],
    });
    return rows.map(({ clock }) => clock);
  }

  async byId(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly WatchedClock[]> {
    const { rows } = await clientOf(tx).query<{ clock: WatchedClock }>({
      name: 'ladder-watch-again',
      text: `SELECT ${WATCHED} AS clock ${FROM} AND k.id = ANY($2::uuid[])`,
      values: [tenant, ids],
    });
    return rows.map(({ clock }) => clock);
  }

  async report(tx: Tx, tenant: string, findings: readonly Finding[]): Promise<void> {
    if (findings.length === 0) return;
    await clientOf(tx).query({
      name: 'ladder-watch-report',
      text: `INSERT INTO incident (id, tenant, case_id, node, token, code, message, opened_at)
        SELECT uuidv7(), $1, r."caseId", r.node, r."clockId", 'LADDERS.NOT_LOOKED_AT', r.message, business_now()
        FROM jsonb_to_recordset($2::jsonb) AS r("caseId" uuid, node text, "clockId" text, message text)
        WHERE NOT EXISTS (SELECT FROM incident i WHERE i.case_id = r."caseId" AND i.token = r."clockId"
          AND i.code = 'LADDERS.NOT_LOOKED_AT' AND i.resolved_at IS NULL)`,
      values: [
        tenant,
        JSON.stringify(
          findings.map(({ clock, missing }) => ({
            caseId: clock.caseId,
            node: clock.node,
            clockId: clock.id,
            message: missing.join('; '),
          })),
        ),
      ],
    });
  }

  async keep(tx: Tx, tenant: string, progress: WatchProgress): Promise<void> {
    await clientOf(tx).query({
      name: 'ladder-watch-keep',
      text: `UPDATE ladder_watch SET progress = $2, looked_at = clock_timestamp() WHERE tenant = $1`,
      values: [tenant, JSON.stringify(progress)],
    });
  }

  async view(tx: Tx, tenant: string): Promise<LadderWatchView> {
    const { rows } = await clientOf(tx).query<{ watch: LadderWatchView }>({
      name: 'ladder-watch-view',
      text: `SELECT jsonb_strip_nulls(jsonb_build_object('lookedAt', ${ISO('looked_at')}, 'lastRound', progress -> 'lastRound')) AS watch
        FROM ladder_watch WHERE tenant = $1`,
      values: [tenant],
    });
    return rows[0]?.watch ?? {};
  }
}
