import { DisputeStore, type NewDispute, type OpenDispute, type Tx } from '@lianban/application';
import type { DisputeView } from '@lianban/contracts';
import { Injectable } from '@nestjs/common';
import { businessNow } from '../business-time/business-now.js';
import { lockCaseOfTask } from '../tasks/lock-case-of-task.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';

const NAMED = (alias: string, id: string): string =>
  `jsonb_build_object('id', ${id}, 'name', jsonb_build_object('zh', COALESCE(${alias}.name_zh, ${id}), 'en', COALESCE(${alias}.name_en, ${id})))`;

/** A row of the trail for the dispute `d`, by the person `u`. */
const trail = (act: string, office: string, ground: string, after: string): string => `
  INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, office_id, case_id, object_kind, object_id, ground, after)
  SELECT uuidv7(), d.tenant, d.at, '${act}', 'person', u.id::text, u.name_zh, ${office}, d.case_id, 'task',
    d.task_id::text, ${ground}, ${after}
  FROM d JOIN app_user u ON u.id = d.by_id`;

@Injectable()
export class PgDisputeStore extends DisputeStore {
  async lockTask(tx: Tx, taskId: string): Promise<string> {
    await lockCaseOfTask(tx, taskId);
    return businessNow(tx);
  }

  async raise(
    tx: Tx,
    { id, taskId, raisedBy, otherOffice, reason, now, dueAt }: NewDispute,
  ): Promise<boolean> {
    const { rowCount } = await clientOf(tx).query({
      name: 'raise-dispute',
      text: `WITH d AS (
          INSERT INTO competence_dispute (id, tenant, case_id, task_id, obligation, raised_by, raising_office, other_office, reason, raised_at, due_at)
          SELECT $1, t.tenant, t.case_id, t.id,
            t.token || '/' || (1 + (SELECT count(*) FROM competence_dispute e WHERE e.task_id = t.id)), $3, t.office_id, $4, $5, $6, $7
          FROM task t WHERE t.id = $2 AND t.status = 'open'
          ON CONFLICT DO NOTHING
          RETURNING *, raised_at AS at, raised_by AS by_id),
        beside AS (
          INSERT INTO court_interval (case_id, obligation, seq, tenant, node, holder_kind, holder_id, office_id, from_at, ground)
          SELECT d.case_id, d.obligation, 1, d.tenant, t.node, 'office', d.other_office, d.other_office, d.at, 'jurisdiction-dispute'
          FROM d JOIN task t ON t.id = d.task_id),
        told AS (
          INSERT INTO notice (id, tenant, to_kind, to_id, case_id, kind, payload, created_at)
          SELECT uuidv7(), d.tenant, 'office', d.other_office, d.case_id, 'dispute-raised',
            jsonb_build_object('disputeId', d.id, 'taskId', d.task_id, 'reason', d.reason, 'dueAt', d.due_at), d.at FROM d),
        trail AS (${trail('dispute.raised', 'd.raising_office', 'd.reason', `jsonb_build_object('otherOffice', d.other_office)`)})
        SELECT id FROM d`,
      values: [id, taskId, raisedBy, otherOffice, reason, now, dueAt],
    });
    return rowCount === 1;
  }

  async lockOpen(tx: Tx, tenant: string, disputeId: string): Promise<OpenDispute | undefined> {
    const { rows } = await clientOf(tx).query<OpenDispute>({
      name: 'lock-dispute',
      text: `SELECT d.id, d.case_id AS "caseId", d.task_id AS "taskId", d.raising_office AS "raisingOffice", d.other_office AS "otherOffice"
        FROM case_file c JOIN competence_dispute d ON d.case_id = c.id JOIN task t ON t.id = d.task_id
        WHERE d.id = $1 AND d.tenant = $2 AND d.decided_at IS NULL AND t.status = 'open' FOR UPDATE OF c, d`,
      values: [disputeId, tenant],
    });
    return rows[0];
  }

  async designate(
    tx: Tx,
    {
      disputeId,
      office,
      department,
      district,
      decidedBy,
      decision,
    }: Parameters<DisputeStore['designate']>[1],
  ): Promise<void> {
    await clientOf(tx).query({
      name: 'designate-office',
      text: `WITH d AS (
          UPDATE competence_dispute SET designated_office = $2, decision = $3, decided_by = $4, decided_at = business_now()
          WHERE id = $1 RETURNING *, decided_at AS at, decided_by AS by_id),
        moved AS (
          UPDATE task t SET office_id = $2, department = $5, district = $6, assignee = NULL, claimed_at = NULL, version = version + 1,
            routed_by = t.routed_by || jsonb_build_object('rule', 'designated', 'reason', d.decision)
          FROM d WHERE t.id = d.task_id AND t.office_id <> $2 RETURNING t.token),
        ended AS (
          UPDATE court_interval i SET to_at = greatest(d.at, i.from_at) FROM d
          WHERE i.case_id = d.case_id AND i.to_at = 'infinity'
            AND (i.obligation = d.obligation OR i.obligation IN (SELECT token FROM moved))
          RETURNING i.*),
        handed AS (
          INSERT INTO court_interval (case_id, obligation, seq, tenant, node, holder_kind, holder_id, office_id, from_at)
          SELECT e.case_id, e.obligation, e.seq + 1, e.tenant, e.node, 'office', $2, $2, e.to_at
          FROM ended e JOIN moved m ON m.token = e.obligation),
        told AS (
          INSERT INTO notice (id, tenant, to_kind, to_id, case_id, kind, payload, created_at)
          SELECT uuidv7(), d.tenant, 'office', party, d.case_id, 'office-designated',
            jsonb_build_object('disputeId', d.id, 'taskId', d.task_id, 'office', d.designated_office, 'decision', d.decision), d.at
          FROM d, unnest(ARRAY[d.raising_office, d.other_office]) AS party),
        trail AS (${trail('dispute.decided', 'NULL', 'd.decision', `jsonb_build_object('office', d.designated_office)`)})
        SELECT id FROM d`,
      values: [disputeId, office, decision, decidedBy, department, district],
    });
  }

  async open(tx: Tx, tenant: string, officeIds?: readonly string[]): Promise<readonly DisputeView[]> {
    const { rows } = await clientOf(tx).query<{ dispute: DisputeView }>({
      name: 'open-disputes',
      text: `SELECT jsonb_build_object('id', d.id, 'caseId', d.case_id, 'caseNo', t.case_no, 'caseTitle', t.case_title,
          'taskId', d.task_id, 'step', jsonb_build_object('zh', t.name_zh, 'en', t.name_en),
          'raisingOffice', ${NAMED('r', 'd.raising_office')}, 'otherOffice', ${NAMED('o', 'd.other_office')},
          'raisedBy', jsonb_build_object('zh', u.name_zh, 'en', u.name_en), 'raisedAt', d.raised_at, 'reason', d.reason,
          'dueAt', d.due_at) AS dispute
        FROM competence_dispute d JOIN task t ON t.id = d.task_id JOIN app_user u ON u.id = d.raised_by
          LEFT JOIN office r ON r.id = d.raising_office LEFT JOIN office o ON o.id = d.other_office
        WHERE d.tenant = $1 AND d.decided_at IS NULL AND t.status = 'open'
          AND ($2::text[] IS NULL OR d.raising_office = ANY($2) OR d.other_office = ANY($2))
        ORDER BY d.due_at, d.id LIMIT 200`,
      values: [tenant, officeIds ?? null],
    });
    return rows.map(({ dispute }) => dispute);
  }
}
