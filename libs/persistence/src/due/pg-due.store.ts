import { type ClockDue, type ClockFirings, type DueRow, DueStore, type Tx } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgDueStore extends DueStore {
  async candidates(tx: Tx, limit: number, without: readonly string[]): Promise<readonly DueRow[]> {
    const { rows } = await clientOf(tx).query<Omit<DueRow, 'at'> & { readonly at: Date }>({
      name: 'due-candidates',
      text: `SELECT id, tenant, case_id AS "caseId", kind, ref, at FROM due
             WHERE state = 'pending' AND at <= (SELECT business_now()) AND id <> ALL($2::uuid[])
             ORDER BY at, id LIMIT $1`,
      values: [limit, without],
    });
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
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
          SELECT jsonb_strip_nulls(jsonb_build_object('id', d.id, 'tenant', d.tenant, 'caseId', d.case_id, 'clockId', k.id,
            'definition', k.definition, 'clockName', jsonb_build_object('zh', k.name_zh, 'en', k.name_en), 'node', k.node,
            'ladder', k.ladder, 'climbs', (SELECT e.entry ->> 'ladder' FROM clock_entry e
              WHERE e.clock_id = k.id AND e.entry ? 'ladder' ORDER BY e.seq DESC LIMIT 1), 'state', k.state, 'dueAt', k.due_at, 'schedule', d.payload -> 'schedule',
            'definitionId', c.definition_id, 'district', c.district,
            'ledgerLength', (SELECT count(*) FROM clock_entry e WHERE e.clock_id = k.id),
            'task', (SELECT jsonb_build_object('id', w.id, 'officeId', w.office_id, 'assignee', w.assignee)
              FROM task w WHERE w.case_id = c.id AND w.node = k.node AND w.status = 'open' LIMIT 1))) AS clock
          FROM due d JOIN clock k ON k.id = d.clock_id JOIN case_file c ON c.id = d.case_id
          WHERE d.id = ANY($1::uuid[]) AND d.state = 'pending' AND d.at <= t.now AND k.state = 'running') d ON true`,
      values: [rows.map(({ id }) => id)],
    });
    const now = found.rows[0]?.now.toISOString() ?? new Date(0).toISOString();
    return { now, clocks: found.rows.flatMap(({ clock }) => clock ?? []) };
  }

  async fire(tx: Tx, firings: ClockFirings): Promise<void> {
    await clientOf(tx).query({
      name: 'fire-clocks',
      text: `WITH p AS (SELECT $1::jsonb AS j, $2::timestamptz AS now),
        fired AS (
          INSERT INTO ladder_firing (clock_id, level, tenant, case_id, task_id, ladder, planned_at, fired_at, fired, why, action, told)
          SELECT r."clockId", r.level, r.tenant, r."caseId", r."taskId", r.ladder, r."plannedAt", p.now, true, r.why, r.action, r.told
          FROM p, jsonb_to_recordset(p.j -> 'firings') AS r("clockId" uuid, level text, tenant text, "caseId" uuid,
            "taskId" uuid, ladder text, "plannedAt" timestamptz, why text, action jsonb, told jsonb)
          ON CONFLICT DO NOTHING RETURNING *),
        told AS (
          INSERT INTO notice (id, tenant, to_kind, to_id, case_id, kind, payload, created_at)
          SELECT gen_random_uuid(), f.tenant, 'person', t ->> 'userId', f.case_id, 'rung',
            jsonb_build_object('level', f.level, 'ladder', f.ladder, 'action', f.action, 'clockId', f.clock_id), p.now
          FROM p, fired f, jsonb_array_elements(f.told) AS t WHERE t ? 'userId'),
        trail AS (
          INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, case_id, object_kind, object_id, ground, after)
          SELECT gen_random_uuid(), f.tenant, p.now, 'rung.fired', 'system', 'engine', '流程引擎', f.case_id, 'clock',
            f.clock_id::text, f.ladder || ' ' || f.level, jsonb_build_object('action', f.action, 'told', f.told, 'why', f.why)
          FROM p, fired f),
        unreached AS (
          INSERT INTO incident (id, tenant, case_id, node, token, code, message, opened_at)
          SELECT gen_random_uuid(), f.tenant, f.case_id, k.node, f.clock_id::text, 'LADDERS.NOBODY_REACHED',
            'No post of ' || f.ladder || ' ' || f.level || ' is held by anybody.', p.now
          FROM p, fired f JOIN clock k ON k.id = f.clock_id WHERE f.told = '[]'),
        marked AS (
          UPDATE task t SET mark = r.mark FROM p,
            jsonb_to_recordset(p.j -> 'marks') AS r("clockId" uuid, "taskId" uuid, mark text), clock k
          WHERE k.id = r."clockId" AND t.case_id = k.case_id AND t.status = 'open' AND t.due_at = k.due_at
            AND (t.mark <> 'overdue' OR r.mark = 'overdue')),
        breached AS (
          INSERT INTO clock_entry (clock_id, seq, tenant, case_id, at, entry)
          SELECT r."clockId", r.seq, r.tenant, r."caseId", p.now,
            jsonb_build_object('kind', 'breached', 'at', r."dueAt", 'dueAt', r."dueAt")
          FROM p, jsonb_to_recordset(p.j -> 'breaches') AS r("clockId" uuid, seq integer, tenant text, "caseId" uuid, "dueAt" text)
          WHERE NOT EXISTS (SELECT FROM clock_entry e WHERE e.clock_id = r."clockId" AND e.entry ->> 'kind' = 'breached')
          RETURNING clock_id),
        noted AS (
          UPDATE clock k SET breached_at = k.due_at FROM breached b WHERE k.id = b.clock_id),
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
