import { type NewWorkFact, type Tx, type UnmeasuredTask, WorkFacts } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { businessNow } from '../business-time/business-now.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';

/** A task with the tiles of its time, those of a dispute with it, and the clock of its unit. */
const UNMEASURED = `SELECT jsonb_strip_nulls(jsonb_build_object(
    'taskId', t.id, 'officeId', t.office_id, 'closedBy', t.closed_by, 'closedAt', t.closed_at,
    'dueAt', NULLIF(t.due_at, 'infinity'), 'isRework', t.returned IS NOT NULL,
    'unitDueAt', (SELECT k.due_at FROM clock k WHERE k.case_id = t.case_id AND k.node = t.node AND k.scope = 'unit'
      AND k.started_at <= t.closed_at ORDER BY k.started_at DESC LIMIT 1),
    'tiles', (SELECT jsonb_agg(jsonb_build_object('officeId', i.office_id, 'kind', i.holder_kind, 'from', i.from_at, 'to', i.to_at)
        ORDER BY i.obligation, i.seq)
      FROM court_interval i WHERE i.case_id = t.case_id AND split_part(i.obligation, '/', 1) = t.token AND i.office_id IS NOT NULL))) AS task
  FROM task t
  WHERE t.tenant = $1 AND t.status = 'completed' AND t.closed_at >= $2
    AND NOT EXISTS (SELECT FROM work_fact f WHERE f.task_id = t.id)
  ORDER BY t.closed_at, t.id LIMIT $3`;

type Stored = Omit<UnmeasuredTask, 'tiles'> & { readonly tiles?: UnmeasuredTask['tiles'] };

const instant = (text: string): string => new Date(text).toISOString();

@Injectable()
export class PgWorkFacts extends WorkFacts {
  now(tx: Tx): Promise<string> {
    return businessNow(tx);
  }

  async unmeasured(tx: Tx, tenant: string, since: string, limit: number): Promise<readonly UnmeasuredTask[]> {
    const { rows } = await clientOf(tx).query<{ task: Stored }>({
      name: 'unmeasured-tasks',
      text: UNMEASURED,
      values: [tenant, since, limit],
    });
    return rows.map(({ task }) => ({
      ...task,
      closedAt: instant(task.closedAt),
      ...(task.dueAt === undefined ? {} : { dueAt: instant(task.dueAt) }),
      ...(task.unitDueAt === undefined ? {} : { unitDueAt: instant(task.unitDueAt) }),
      tiles: (task.tiles ?? []).map((tile) => ({ ...tile, from: instant(tile.from), to: instant(tile.to) })),
    }));
  }

  async record(tx: Tx, facts: readonly NewWorkFact[]): Promise<void> {
    await clientOf(tx).query({
      name: 'record-facts',
      text: `INSERT INTO work_fact (id, tenant, month, task_id, case_id, definition_key, district, department, office_id, person,
          reached_at, closed_at, minutes, is_late, is_late_own, is_rework)
        SELECT r.id, t.tenant, r.month, t.id, t.case_id, t.definition_key, COALESCE(o.district, t.district),
          COALESCE(o.department, t.department), r."officeId", r.person, r."from", r."to", r.minutes, r."isLate", r."isLateInOwnCourt", r."isRework"
        FROM jsonb_to_recordset($1) AS r(id uuid, "taskId" uuid, month text, "officeId" text, person uuid, "from" timestamptz,
            "to" timestamptz, minutes double precision, "isLate" boolean, "isLateInOwnCourt" boolean, "isRework" boolean)
          JOIN task t ON t.id = r."taskId" LEFT JOIN office o ON o.id = r."officeId"
        ON CONFLICT DO NOTHING`,
      values: [JSON.stringify(facts)],
    });
  }

  async lastFrozen(tx: Tx, tenant: string): Promise<string | undefined> {
    const { rows } = await clientOf(tx).query<{ month: string | null }>({
      name: 'last-frozen-month',
      text: 'SELECT max(month) AS month FROM scorecard_month WHERE tenant = $1',
      values: [tenant],
    });
    return rows[0]?.month ?? undefined;
  }

  async firstMonthAfter(tx: Tx, tenant: string, month: string | undefined): Promise<string | undefined> {
    const { rows } = await clientOf(tx).query<{ month: string | null }>({
      name: 'first-month-after',
      text: 'SELECT min(month) AS month FROM work_fact WHERE tenant = $1 AND month > $2',
      values: [tenant, month ?? ''],
    });
    return rows[0]?.month ?? undefined;
  }

  async freeze(tx: Tx, tenant: string, month: string): Promise<void> {
    await clientOf(tx).query({
      name: 'freeze-month',
      text: `INSERT INTO scorecard_month (tenant, month, frozen_at) VALUES ($1, $2, business_now()) ON CONFLICT DO NOTHING`,
      values: [tenant, month],
    });
  }
}
