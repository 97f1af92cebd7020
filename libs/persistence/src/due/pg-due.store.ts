import {
  type ClockDue,
  type ClockFirings,
  type DueRow,
  type DueStart,
  DueStore,
  type Misses,
  type ScheduledStart,
  type Tx,
} from '@lianban/application';
import { Injectable } from '@nestjs/common';
import type { Statement } from '../transaction/pg-batch.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';

/**
 * The commit of a set does not wait for the disk. What a power cut takes of the last moment it takes whole, and it
 * fires again: nobody outside has heard of it, since whoever tells (relay, sealer) commits first, and waits for the
 * disk with all that was written before.
 */
const SOON: Statement = { name: 'commit-soon', text: 'SET LOCAL synchronous_commit TO off' };

@Injectable()
export class PgDueStore extends DueStore {
  async candidates(tx: Tx, limit: number, without: readonly string[]): Promise<readonly DueRow[]> {
    const { rows } = await clientOf(tx).query<Omit<DueRow, 'at'> & { readonly at: Date }>({
      name: 'due-candidates',
      text: `SELECT id, tenant, case_id AS "caseId", kind, ref, at FROM due
             WHERE state = 'pending' AND case_id IS NOT NULL AND at <= (SELECT business_now()) AND id <> ALL($2::uuid[])
             ORDER BY at, id LIMIT $1`,
      values: [limit, without],
    });
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  async startCandidates(
    tx: Tx,
    limit: number,
    without: readonly string[],
  ): Promise<readonly { id: string; tenant: string }[]> {
    const { rows } = await clientOf(tx).query<{ id: string; tenant: string }>({
      name: 'due-starts',
      text: `SELECT id, tenant FROM due
             WHERE definition_id IS NOT NULL AND at <= (SELECT business_now()) AND id <> ALL($2::uuid[])
             ORDER BY at, id LIMIT $1`,
      values: [limit, without],
    });
    return rows;
  }

  async lockStart(tx: Tx, id: string): Promise<DueStart | undefined> {
    const { rows } = await clientOf(tx).query<Omit<DueStart, 'at'> & { readonly at: Date }>({
      name: 'lock-start',
      text: `SELECT definition_id AS "definitionId", at, payload FROM due
             WHERE id = $1 AND at <= (SELECT business_now()) FOR UPDATE SKIP LOCKED`,
      values: [id],
    });
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }))[0];
  }

  async moveStart(tx: Tx, id: string, at: string, payload: ScheduledStart): Promise<void> {
    await clientOf(tx).query({
      name: 'move-start',
      text: 'UPDATE due SET at = $2, payload = $3 WHERE id = $1',
      values: [id, at, JSON.stringify(payload)],
    });
  }

  async lockClocks(tx: Tx, rows: readonly DueRow[]): Promise<{ now: string; clocks: readonly ClockDue[] }> {
    const client = clientOf(tx);
    // Cases first and in one order, so that two sweepers and any transition meet without a deadlock.
    await client.query({
      name: 'lock-cases',
      text: 'SELECT 1 FROM case_file WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE',
      values: [[...new Set(rows.map(({ caseId }) => caseId))]],
    });
    const found = await client.query<{ now: Date; clock: ClockDue | null }>({
      name: 'due-clocks',
      text: `SELECT t.now, d.clock FROM (SELECT business_now() AS now) t LEFT JOIN LATERAL (
          SELECT jsonb_strip_nulls(jsonb_build_object('id', d.id, 'tenant', d.tenant, 'caseId', d.case_id, 'caseNo', c.case_no, 'clockId', k.id,
            'definition', k.definition, 'clockName', jsonb_build_object('zh', k.name_zh, 'en', k.name_en), 'node', k.node,
            'kind', k.kind, 'basis', k.basis,
            'ladder', k.ladder, 'climbs', ledger.climbs, 'state', k.state, 'dueAt', k.due_at, 'schedule', d.payload -> 'schedule',
            'definitionId', c.definition_id, 'district', c.district, 'ledgerLength', ledger.length,
            'fired', COALESCE((SELECT jsonb_agg(f.level) FROM ladder_firing f WHERE f.clock_id = k.id), '[]'),
            'milestones', COALESCE((SELECT jsonb_agg(name) FROM jsonb_object_keys(c.state -> 'milestones') AS name), '[]'),
            'acknowledged', EXISTS (SELECT FROM ladder_acknowledgement a WHERE a.clock_id = k.id) OR COALESCE(work.claimed, false),
            'exemptions', COALESCE(CASE WHEN k.due_at <= t.now AND work.closed IS NOT NULL THEN (
              SELECT jsonb_agg(jsonb_build_object('officeId', f.office_id, 'conclusionId', n.id) ORDER BY n.decided_at)
              FROM work_fact f JOIN fact_conclusion n ON n.fact_id = f.id AND n.kind = 'exempt'
              WHERE f.task_id = ANY(work.closed)) END, '[]'),
            'tasks', COALESCE(work.open, '[]'))) AS clock
          FROM due d
          -- By key, also where the planner would rather read all clocks for a set of some hundreds.
          CROSS JOIN LATERAL (SELECT * FROM clock WHERE id = d.clock_id LIMIT 1) k
          JOIN case_file c ON c.id = d.case_id
          CROSS JOIN LATERAL (SELECT count(*) AS length,
              (array_agg(e.entry ->> 'ladder' ORDER BY e.seq DESC) FILTER (WHERE e.entry ? 'ladder'))[1] AS climbs
            FROM clock_entry e WHERE e.clock_id = k.id) ledger
          CROSS JOIN LATERAL (SELECT bool_and(w.assignee IS NOT NULL) FILTER (WHERE w.node = k.node AND w.status = 'open') AS claimed,
              array_agg(w.id) FILTER (WHERE w.node = k.node AND w.closed_at >= k.started_at) AS closed,
              jsonb_agg(jsonb_build_object('id', w.id, 'node', w.node, 'officeId', w.office_id, 'assignee', w.assignee)
                ORDER BY w.id) FILTER (WHERE w.status = 'open') AS open
            FROM task w WHERE w.case_id = c.id AND (w.status = 'open' OR w.node = k.node)) work
          WHERE d.id = ANY($1::uuid[]) AND d.state = 'pending' AND d.at <= t.now AND k.state = 'running') d ON true`,
      values: [rows.map(({ id }) => id)],
    });
    const now = found.rows[0]?.now.toISOString() ?? new Date(0).toISOString();
    return { now, clocks: found.rows.flatMap(({ clock }) => clock ?? []) };
  }

  async misses(tx: Tx, clockIds: readonly string[]): Promise<ReadonlyMap<string, Misses>> {
    const { rows } = await clientOf(tx).query<Misses & { readonly id: string }>({
      name: 'misses-of-clocks',
      text: `SELECT k.id, 1 + count(*) FILTER (WHERE o.missed AND o.due_at > COALESCE(o.last_kept, '-infinity'))::int AS "inARow",
          1 + count(*) FILTER (WHERE o.missed AND o.due_at > k.due_at - interval '1 year')::int AS "withinAYear"
        FROM clock k JOIN case_file c ON c.id = k.case_id LEFT JOIN LATERAL (
          SELECT e.due_at, e.breached_at IS NOT NULL AS missed,
            max(e.due_at) FILTER (WHERE e.breached_at IS NULL) OVER () AS last_kept
          FROM (SELECT s.id FROM case_file s WHERE s.tenant = c.tenant AND s.definition_key = c.definition_key
              AND s.district = c.district AND s.opened_at <= c.opened_at ORDER BY s.opened_at DESC LIMIT 400) s
            JOIN clock e ON e.case_id = s.id AND e.definition = k.definition AND e.id <> k.id AND e.due_at < k.due_at
              AND (e.breached_at IS NOT NULL OR e.state = 'met')) o ON true
        WHERE k.id = ANY($1::uuid[]) GROUP BY k.id`,
      values: [clockIds],
    });
    return new Map(rows.map(({ id, inARow, withinAYear }) => [id, { inARow, withinAYear }]));
  }

  async fire(tx: Tx, firings: ClockFirings): Promise<void> {
    clientOf(tx).write(SOON);
    await clientOf(tx).query({
      name: 'fire-clocks',
      text: `WITH p AS (SELECT $1::jsonb AS j, $2::timestamptz AS now),
        looked AS (
          INSERT INTO ladder_firing (clock_id, level, tenant, case_id, task_id, ladder, version, office_id, planned_at, fired_at,
            fired, why, action, acts, told, conclusion_id)
          SELECT r."clockId", r.level, r.tenant, r."caseId", r."taskId", r.ladder, r.version, r."officeId", r."plannedAt", p.now,
            r.fired, r.why, r.action, r.acts, r.told, r."conclusionId"
          FROM p, jsonb_to_recordset(p.j -> 'firings') AS r("clockId" uuid, level text, tenant text, "caseId" uuid,
            "taskId" uuid, ladder text, version integer, "officeId" text, "plannedAt" timestamptz, fired boolean, why text,
            action jsonb, acts jsonb, told jsonb, "conclusionId" uuid)
          RETURNING *),
        told AS (
          INSERT INTO notice (id, tenant, to_kind, to_id, case_id, kind, payload, created_at)
          SELECT r.id, r.tenant, 'person', r."userId", r."caseId", r.kind, r.payload, p.now
          FROM p, jsonb_to_recordset(p.j -> 'notices') AS r(id uuid, tenant text, "userId" text, "caseId" uuid, kind text,
            payload jsonb)
          -- A list of the same hour grows; it names the first fifty and counts all. A full one is only counted up.
          ON CONFLICT (id) DO UPDATE SET read_at = NULL,
            more = CASE WHEN notice.more = 0 AND jsonb_array_length(notice.payload -> 'items') < 50 THEN 0
              ELSE notice.more + (excluded.payload ->> 'count')::int END,
            payload = CASE WHEN notice.more = 0 AND jsonb_array_length(notice.payload -> 'items') < 50
              THEN jsonb_build_object(
                'count', (notice.payload ->> 'count')::int + (excluded.payload ->> 'count')::int,
                'items', jsonb_path_query_array((notice.payload -> 'items') || (excluded.payload -> 'items'), '$[0 to 49]'))
              ELSE notice.payload END),
        trail AS (
          INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, case_id, object_kind, object_id, ground, after)
          SELECT uuidv7(), f.tenant, p.now, CASE WHEN f.fired THEN 'rung.fired' ELSE 'rung.not-fired' END, 'system',
            'engine', '流程引擎', f.case_id, 'clock', f.clock_id::text, f.ladder || ' ' || f.level,
            jsonb_build_object('action', f.action, 'acts', f.acts, 'told', f.told, 'why', f.why, 'version', f.version)
              || jsonb_strip_nulls(jsonb_build_object('conclusion', f.conclusion_id))
          FROM p, looked f),
        entered AS (
          INSERT INTO accountability_entry (id, tenant, case_id, clock_id, level, ladder, kind, basis, office_id, district,
            due_at, entered_at)
          SELECT r.id, r.tenant, r."caseId", r."clockId", r.level, r.ladder, r.kind, r.basis, r."officeId", r.district,
            r."dueAt", p.now
          FROM p, jsonb_to_recordset(p.j -> 'entries') AS r(id uuid, tenant text, "caseId" uuid, "clockId" uuid, level text,
            ladder text, kind text, basis text, "officeId" text, district text, "dueAt" timestamptz)),
        handed AS (
          INSERT INTO outbox (id, tenant, kind, topic, case_id, payload)
          SELECT r.id, r.tenant, 'job', 'rung-fired', r."caseId", r.payload
          FROM p, jsonb_to_recordset(p.j -> 'outbox') AS r(id uuid, tenant text, "caseId" uuid, payload jsonb)),
        unreached AS (
          INSERT INTO incident (id, tenant, case_id, node, token, code, message, opened_at)
          SELECT uuidv7(), f.tenant, f.case_id, k.node, f.clock_id::text, 'LADDERS.NOBODY_REACHED',
            'No post of ' || f.ladder || ' ' || f.level || ' is held by anybody.', p.now
          FROM p, looked f JOIN clock k ON k.id = f.clock_id WHERE f.why IN ('passed-on', 'nobody-reached')),
        marked AS (
          -- Overdue is read off the instant: in a storm that write would cost more than all others together.
          UPDATE task t SET mark = 'due-soon' FROM p, jsonb_array_elements_text(p.j -> 'dueSoon') AS soon(clock), clock k
          WHERE k.id = soon.clock::uuid AND t.case_id = k.case_id AND t.status = 'open' AND t.due_at = k.due_at
            AND t.due_at > p.now),
        overran AS (
          INSERT INTO clock_entry (clock_id, seq, tenant, case_id, at, entry)
          SELECT r."clockId", r.seq, r.tenant, r."caseId", p.now,
            jsonb_build_object('kind', r.kind, 'at', r."dueAt", 'dueAt', r."dueAt")
          FROM p, jsonb_to_recordset(p.j -> 'overruns') AS r("clockId" uuid, seq integer, tenant text, "caseId" uuid,
            kind text, "dueAt" text)
          WHERE NOT EXISTS (SELECT FROM clock_entry e
            WHERE e.clock_id = r."clockId" AND e.entry ->> 'kind' IN ('breached', 'late')
              -- One that another calendar has lifted is past.
              AND NOT EXISTS (SELECT FROM clock_entry l WHERE l.clock_id = e.clock_id AND l.seq > e.seq AND l.entry ? 'lifted'))
          RETURNING clock_id),
        noted AS (
          UPDATE clock k SET breached_at = k.due_at FROM overran b WHERE k.id = b.clock_id),
        done AS (
          DELETE FROM due d USING p, jsonb_to_recordset(p.j -> 'next') AS r(id uuid, at timestamptz, schedule jsonb)
          WHERE d.id = r.id AND r.at IS NULL)
        UPDATE due d SET at = r.at, payload = jsonb_build_object('schedule', r.schedule)
        FROM p, jsonb_to_recordset(p.j -> 'next') AS r(id uuid, at timestamptz, schedule jsonb)
        WHERE d.id = r.id AND r.at IS NOT NULL`,
      values: [JSON.stringify(firings), firings.now],
    });
  }

  async settle(tx: Tx, id: string): Promise<boolean> {
    const done = await clientOf(tx).query({
      name: 'settle-due',
      text: 'DELETE FROM due WHERE id = $1',
      values: [id],
    });
    return done.rowCount === 1;
  }
}
