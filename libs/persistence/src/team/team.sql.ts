import { handOver } from '../tasks/hand-over.sql.js';

/** Open tasks of each person in an index of their own; $1 people, $2 offices, $3 beginning of the month. */
export const LOADS = `WITH present AS (SELECT business_now() AS now)
  SELECT p.id, n.open::integer AS open, n.soon::integer AS "dueSoon", n.late::integer AS overdue, d.done::integer AS done
  FROM present, unnest($1::uuid[]) WITH ORDINALITY AS p(id, place),
    LATERAL (SELECT count(*) AS open, count(*) FILTER (WHERE t.mark = 'due-soon' AND t.due_at >= present.now) AS soon,
        count(*) FILTER (WHERE t.due_at < present.now) AS late
      FROM task t WHERE t.assignee = p.id AND t.status = 'open' AND t.office_id = ANY($2::text[])) n,
    LATERAL (SELECT count(*) AS done FROM task t WHERE t.closed_by = p.id AND t.status = 'completed'
      AND t.closed_at >= $3::timestamptz AND t.office_id = ANY($2::text[])) d
  ORDER BY p.place`;

/** $3 reason, $4 to $8 the actor: kind, id, name, address, in whose name. */
const trail = (act: string, after: string): string => `
  INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, on_behalf_of, office_id, case_id, object_kind,
    object_id, ground, address, before, after)
  SELECT uuidv7(), w.tenant, w.now, '${act}', $4, $5, $6, $8::text, w.old_office, w.case_id, 'task', w.id::text, $3, $7,
    jsonb_strip_nulls(jsonb_build_object('office', w.old_office, 'assignee', w.old_assignee)), ${after} FROM w`;

const told = (kind: string, to: 'person' | 'office', id: string): string => `
  told AS (
    INSERT INTO notice (id, tenant, to_kind, to_id, case_id, kind, payload, created_at)
    SELECT uuidv7(), w.tenant, '${to}', ${id}, w.case_id, '${kind}',
      jsonb_build_object('taskId', w.id, 'reason', $3::text), w.now FROM w)`;

const OLD = `old.office_id AS old_office, old.assignee AS old_assignee`;

/** $1 task, $2 person. The clock goes on: 转派 changes who works, not until when. */
export const ASSIGN = `WITH w AS (
    UPDATE task t SET assignee = $2::uuid, claimed_at = business_now(), version = t.version + 1
    FROM task old WHERE t.id = $1 AND old.id = t.id AND t.status = 'open'
    RETURNING t.id, t.tenant, t.case_id, t.token, t.office_id, t.claimed_at AS now, ${OLD}),
  ${handOver('person', '$2::uuid::text')}, ${told('task-assigned', 'person', '$2::uuid::text')}
  ${trail('task.transferred', `jsonb_build_object('assignee', $2::uuid)`)}`;

const TO_OFFICE = (rule: string): string => `
    UPDATE task t SET office_id = $2::text, department = $9, district = $10, assignee = NULL, claimed_at = NULL,
      version = t.version + 1, routed_by = t.routed_by || jsonb_build_object('rule', '${rule}', 'reason', $3::text)
    FROM task old WHERE t.id = $1 AND old.id = t.id AND t.status = 'open'
    RETURNING t.id, t.tenant, t.case_id, t.token, t.office_id, business_now() AS now, ${OLD}`;

/** $1 task, $2 office, $9 its department, $10 its district, $11 id of the hand-over, $12 until when it may be sent back. */
export const HAND_OVER = `WITH w AS (${TO_OFFICE('handed-over')}),
  ${handOver('office', 'w.office_id')}, ${told('task-handed-over', 'office', 'w.office_id')},
  handed AS (
    INSERT INTO task_handover (id, tenant, case_id, task_id, from_office, to_office, reason, handed_by, handed_at, return_until)
    SELECT $11, w.tenant, w.case_id, w.id, w.old_office, w.office_id, $3, $5::text::uuid, w.now, $12 FROM w)
  ${trail('task.handed-over', `jsonb_build_object('office', w.office_id)`)}`;

/** $11 the hand-over that it undoes. */
export const SEND_BACK = `WITH w AS (${TO_OFFICE('sent-back')}),
  ${handOver('office', 'w.office_id')}, ${told('task-sent-back', 'office', 'w.office_id')},
  closed AS (
    UPDATE task_handover SET returned_at = w.now, returned_by = $5::text::uuid, return_reason = $3 FROM w
    WHERE task_handover.id = $11)
  ${trail('task.sent-back', `jsonb_build_object('office', w.office_id)`)}`;

/** $1 tenant, $2 offices. */
export const RECEIVED = `SELECT jsonb_build_object('id', h.id, 'taskId', h.task_id, 'caseId', h.case_id, 'caseNo', t.case_no,
    'caseTitle', t.case_title, 'step', jsonb_build_object('zh', t.name_zh, 'en', t.name_en),
    'from', jsonb_build_object('zh', f.name_zh, 'en', f.name_en), 'to', jsonb_build_object('zh', o.name_zh, 'en', o.name_en),
    'by', jsonb_build_object('zh', u.name_zh, 'en', u.name_en), 'reason', h.reason, 'at', h.handed_at,
    'returnUntil', h.return_until) AS handover
  FROM task_handover h JOIN task t ON t.id = h.task_id JOIN office f ON f.id = h.from_office JOIN office o ON o.id = h.to_office
    JOIN app_user u ON u.id = h.handed_by
  WHERE h.tenant = $1 AND h.to_office = ANY($2::text[]) AND h.returned_at IS NULL AND h.return_until >= business_now()
    AND t.status = 'open' AND t.office_id = h.to_office
  ORDER BY h.return_until, h.id LIMIT 200`;
