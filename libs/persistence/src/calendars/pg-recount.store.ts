import {
  type Impact,
  type MovedClock,
  type MovedTimer,
  type RecountScope,
  RecountStore,
  type RunningClock,
  type RunningTimer,
  type Tx,
} from '@lianban/application';
import type { CalendarImpactRow, CalendarImpactSummary } from '@lianban/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { clientOf } from '../transaction/pg-unit-of-work.js';

/** Days are those of the place: everything here is in one zone. */
const REACHED = `k.tenant = $1 AND k.state = 'running' AND k.retired_at IS NULL
  AND ($2::date IS NULL OR k.due_at >= ($2::date)::timestamp AT TIME ZONE 'Asia/Shanghai')
  AND ($3::date IS NULL OR k.started_at < ($3::date)::timestamp AT TIME ZONE 'Asia/Shanghai')
  AND ($4::text[] IS NULL OR EXISTS (SELECT FROM case_file c WHERE c.id = k.case_id AND c.district = ANY ($4)))
  AND ($5::text IS NULL OR EXISTS (SELECT FROM task t WHERE t.case_id = k.case_id AND t.status = 'open' AND t.office_id = $5))`;

/** Timers are counted by the case's district; an office's own hours do not reach them. */
const TIMERS_REACHED = `d.tenant = $1 AND d.kind = 'timer' AND d.state IN ('pending', 'held') AND d.payload ? 'business'
  AND ($2::date IS NULL OR d.at >= ($2::date)::timestamp AT TIME ZONE 'Asia/Shanghai')
  AND ($3::date IS NULL OR (d.payload #>> '{business,since}')::timestamptz < ($3::date)::timestamp AT TIME ZONE 'Asia/Shanghai')
  AND ($4::text[] IS NULL OR EXISTS (SELECT FROM case_file c WHERE c.id = d.case_id AND c.district = ANY ($4)))
  AND $5::text IS NULL`;

const scoped = ({ tenant, dueFrom, startedBefore, districts, office }: RecountScope): readonly unknown[] => [
  tenant,
  dueFrom,
  startedBefore,
  districts,
  office,
];

@Injectable()
export class PgRecountStore extends RecountStore {
  async count(tx: Tx, scope: RecountScope): Promise<number> {
    const { rows } = await clientOf(tx).query<{ readonly count: number }>({
      text: `SELECT count(*)::integer AS count FROM clock k WHERE ${REACHED}`,
      values: scoped(scope),
    });
    return rows[0]?.count ?? 0;
  }

  async items(tx: Tx, scope: RecountScope, limit: number, after?: string): Promise<readonly string[]> {
    const { rows } = await clientOf(tx).query<{ readonly id: string }>({
      text: `SELECT k.id FROM clock k WHERE ${REACHED} AND ($7::uuid IS NULL OR k.id > $7) ORDER BY k.id LIMIT $6`,
      values: [...scoped(scope), limit, after],
    });
    return rows.map(({ id }) => id);
  }

  async clocks(tx: Tx, ids: readonly string[], hold: boolean): Promise<readonly RunningClock[]> {
    const client = clientOf(tx);
    // Cases first and in one order, as everywhere; then their rows as they are under the lock.
    if (hold) {
      await client.query({
        name: 'recount-lock-cases',
        text: `SELECT 1 FROM case_file WHERE id IN (SELECT case_id FROM clock WHERE id = ANY ($1::uuid[]))
          ORDER BY id FOR UPDATE`,
        values: [ids],
      });
    }
    const { rows } = await client.query<{ readonly clock: RunningClock }>({
      name: 'recount-clocks',
      text: `SELECT jsonb_build_object('id', k.id, 'caseId', k.case_id, 'district', c.district, 'definitionId', c.definition_id,
          'definition', k.definition, 'node', k.node, 'scope', k.scope, 'suspended', c.state ? 'suspended',
          'lastAt', to_char(c.last_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'ledger', (SELECT jsonb_agg(e.entry ORDER BY e.seq) FROM clock_entry e WHERE e.clock_id = k.id),
          'fired', COALESCE((SELECT jsonb_agg(f.level) FROM ladder_firing f WHERE f.clock_id = k.id), '[]'),
          'tasks', COALESCE((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', t.id, 'node', t.node,
              'officeId', t.office_id, 'assignee', t.assignee))) FROM task t
            WHERE t.case_id = k.case_id AND t.status = 'open'), '[]')) AS clock
        FROM clock k JOIN case_file c ON c.id = k.case_id
        WHERE k.id = ANY ($1::uuid[]) AND k.state = 'running' AND k.retired_at IS NULL ORDER BY k.id`,
      values: [ids],
    });
    return rows.map(({ clock }) => clock);
  }

  async timerCount(tx: Tx, scope: RecountScope): Promise<number> {
    const { rows } = await clientOf(tx).query<{ readonly count: number }>({
      text: `SELECT count(*)::integer AS count FROM due d WHERE ${TIMERS_REACHED}`,
      values: scoped(scope),
    });
    return rows[0]?.count ?? 0;
  }

  async timerItems(tx: Tx, scope: RecountScope, limit: number, after?: string): Promise<readonly string[]> {
    const { rows } = await clientOf(tx).query<{ readonly id: string }>({
      text: `SELECT d.id FROM due d WHERE ${TIMERS_REACHED} AND ($7::uuid IS NULL OR d.id > $7) ORDER BY d.id LIMIT $6`,
      values: [...scoped(scope), limit, after],
    });
    return rows.map(({ id }) => id);
  }

  async timers(tx: Tx, ids: readonly string[]): Promise<readonly RunningTimer[]> {
    const client = clientOf(tx);
    await client.query({
      name: 'recount-lock-cases-of-timers',
      text: `SELECT 1 FROM case_file WHERE id IN (SELECT case_id FROM due WHERE id = ANY ($1::uuid[])) ORDER BY id FOR UPDATE`,
      values: [ids],
    });
    const { rows } = await client.query<{ readonly timer: RunningTimer }>({
      name: 'recount-timers',
      text: `SELECT jsonb_build_object('id', d.id, 'caseId', d.case_id, 'district', c.district) || (d.payload -> 'business') AS timer
        FROM due d JOIN case_file c ON c.id = d.case_id WHERE d.id = ANY ($1::uuid[]) ORDER BY d.id`,
      values: [ids],
    });
    return rows.map(({ timer }) => timer);
  }

  moveTimers(tx: Tx, tenant: string, operation: string, timers: readonly MovedTimer[]): void {
    clientOf(tx).write({
      name: 'recount-move-timers',
      text: `WITH p AS (SELECT r.* FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "caseId" uuid, "from" text, "to" text)),
        moved AS (UPDATE due d SET at = p."to"::timestamptz FROM p WHERE d.id = p.id)
        INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, case_id, object_kind, object_id, before, after)
        SELECT uuidv7(), $2, business_now(), 'timer.recomputed', 'system', 'engine', '流程引擎', p."caseId", 'due',
          p.id::text, jsonb_build_object('at', p."from"), jsonb_build_object('at', p."to", 'operation', $3::text) FROM p`,
      values: [JSON.stringify(timers), tenant, operation],
    });
  }

  move(tx: Tx, tenant: string, operation: string, clocks: readonly MovedClock[]): void {
    const rows = clocks.map((clock) => ({ ...clock, dueId: newId(), at: clock.schedule[0]?.at }));
    clientOf(tx).write({
      name: 'recount-move',
      text: `WITH p AS (SELECT r.* FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "caseId" uuid, "dueAt" timestamptz,
            provisional boolean, lifted boolean, suspended boolean, mark text, seq integer, entry jsonb,
            overrun jsonb, schedule jsonb, tasks jsonb, "dueId" uuid, at timestamptz)),
        moved AS (
          UPDATE clock k SET due_at = p."dueAt", provisional = p.provisional,
            breached_at = CASE WHEN p.lifted THEN NULL ELSE COALESCE(k.breached_at, (p.overrun ->> 'at')::timestamptz) END
          FROM p WHERE k.id = p.id),
        entered AS (
          INSERT INTO clock_entry (clock_id, seq, tenant, case_id, at, entry)
          SELECT p.id, p.seq - e.before, $2, p."caseId", (e.entry ->> 'at')::timestamptz, e.entry
          FROM p, LATERAL (VALUES (0, p.entry), (1, p.overrun)) AS e(before, entry) WHERE e.entry IS NOT NULL),
        told AS (
          UPDATE task t SET due_at = p."dueAt", mark = p.mark FROM p, jsonb_array_elements_text(p.tasks) AS it(id)
          WHERE t.id = it.id::uuid AND t.status = 'open'),
        gone AS (
          DELETE FROM due d USING p WHERE d.clock_id = p.id AND d.kind = 'rung' AND d.state IN ('pending', 'held')),
        planned AS (
          INSERT INTO due (id, tenant, case_id, kind, at, ref, clock_id, payload, state)
          SELECT p."dueId", $2, p."caseId", 'rung', p.at, p.id::text, p.id, jsonb_build_object('schedule', p.schedule),
            CASE WHEN p.suspended THEN 'held' ELSE 'pending' END FROM p WHERE p.at IS NOT NULL)
        INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, case_id, object_kind, object_id, ground,
          before, after)
        SELECT uuidv7(), $2, (p.entry ->> 'at')::timestamptz, 'clock.recomputed', 'system', 'engine', '流程引擎',
          p."caseId", 'clock', p.id::text, p.entry ->> 'calendar', jsonb_build_object('dueAt', p.entry -> 'from'),
          jsonb_build_object('dueAt', p.entry -> 'dueAt', 'operation', $3::text) FROM p WHERE p.seq IS NOT NULL`,
      values: [JSON.stringify(rows), tenant, operation],
    });
  }

  note(tx: Tx, tenant: string, operation: string, impacts: readonly Impact[]): void {
    if (impacts.length === 0) return;
    clientOf(tx).write({
      name: 'recount-note',
      text: `INSERT INTO calendar_impact (operation_id, clock_id, tenant, case_id, office_id, assignee, from_at, to_at,
          from_provisional, to_provisional, turns)
        SELECT $2, r."clockId", $3, r."caseId", r."officeId", r.assignee, r."from", r."to", r."fromProvisional",
          r."toProvisional", r.turns
        FROM jsonb_to_recordset($1::jsonb) AS r("clockId" uuid, "caseId" uuid, "officeId" text, assignee uuid,
          "from" timestamptz, "to" timestamptz, "fromProvisional" boolean, "toProvisional" boolean, turns text)`,
      values: [JSON.stringify(impacts), operation, tenant],
    });
  }

  async summary(tx: Tx, operation: string): Promise<CalendarImpactSummary> {
    const { rows } = await clientOf(tx).query<{ readonly summary: CalendarImpactSummary }>({
      name: 'recount-summary',
      text: `SELECT jsonb_build_object('moved', count(*), 'later', count(*) FILTER (WHERE to_at > from_at),
          'earlier', count(*) FILTER (WHERE to_at < from_at),
          'final', count(*) FILTER (WHERE from_provisional AND NOT to_provisional),
          'becomeOverdue', count(*) FILTER (WHERE turns = 'overdue'),
          'becomeInTime', count(*) FILTER (WHERE turns = 'in-time'),
          'withoutOffice', count(*) FILTER (WHERE office_id IS NULL),
          'offices', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', o.office_id, 'moved', o.moved, 'people', o.people,
              'name', jsonb_build_object('zh', COALESCE(f.name_zh, o.office_id), 'en', COALESCE(f.name_en, o.office_id)))
              ORDER BY o.moved DESC, o.office_id)
            FROM (SELECT office_id, count(*) AS moved, count(DISTINCT assignee) AS people FROM calendar_impact
              WHERE operation_id = $1 AND office_id IS NOT NULL GROUP BY office_id) o
            LEFT JOIN office f ON f.id = o.office_id), '[]')) AS summary
        FROM calendar_impact WHERE operation_id = $1`,
      values: [operation],
    });
    const [row] = rows;
    if (!row) throw new Error('The database gave no summary.');
    return row.summary;
  }

  async rows(
    tx: Tx,
    operation: string,
    limit: number,
    after?: string,
  ): Promise<readonly CalendarImpactRow[]> {
    const { rows } = await clientOf(tx).query<{ readonly row: CalendarImpactRow }>({
      name: 'recount-rows',
      text: `SELECT jsonb_strip_nulls(jsonb_build_object('clockId', i.clock_id, 'caseId', i.case_id, 'caseNo', c.case_no,
          'caseTitle', c.title, 'clock', jsonb_build_object('zh', k.name_zh, 'en', k.name_en),
          'office', CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('zh', o.name_zh, 'en', o.name_en) END,
          'assignee', CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('zh', u.name_zh, 'en', u.name_en) END,
          'from', i.from_at, 'to', i.to_at, 'fromProvisional', i.from_provisional, 'toProvisional', i.to_provisional,
          'turns', i.turns)) AS row
        FROM (SELECT * FROM calendar_impact WHERE operation_id = $1 AND ($3::uuid IS NULL OR clock_id > $3)
            ORDER BY clock_id LIMIT $2) i
          JOIN clock k ON k.id = i.clock_id JOIN case_file c ON c.id = i.case_id
          LEFT JOIN office o ON o.id = i.office_id LEFT JOIN app_user u ON u.id = i.assignee
        ORDER BY i.clock_id`,
      values: [operation, limit, after],
    });
    return rows.map(({ row }) => row);
  }

  tellOffices(tx: Tx, tenant: string, operation: string, what: string): void {
    clientOf(tx).write({
      name: 'recount-tell-offices',
      text: `INSERT INTO notice (id, tenant, to_kind, to_id, kind, payload, created_at)
        SELECT uuidv7(), $1, 'office', i.office_id, 'deadlines-moved', jsonb_build_object('operation', $2::text,
          'calendar', $3::text, 'moved', count(*), 'becomeOverdue', count(*) FILTER (WHERE turns = 'overdue'),
          'becomeInTime', count(*) FILTER (WHERE turns = 'in-time')), business_now()
        FROM calendar_impact i WHERE i.operation_id = $2::uuid AND i.office_id IS NOT NULL GROUP BY i.office_id`,
      values: [tenant, operation, what],
    });
  }
}
