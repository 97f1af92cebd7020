import type { TaskRow } from '@lianban/contracts';

/** Overdue is what the clock says, in this very instant; written marks say the rest. Nothing is while a case is suspended. */
const MARK = `CASE WHEN h.since IS NULL AND t.due_at < COALESCE(t.closed_at, (SELECT business_now())) THEN 'overdue' ELSE t.mark END`;

/** Columns of a {@link TaskRow} out of `task t` with its office and assignee; each list joins the same way. */
export const TASK_COLUMNS = `t.id, t.case_id, t.case_no, t.case_title, t.step_no, t.name_zh, t.name_en, t.office_id,
  o.name_zh AS office_zh, o.name_en AS office_en, t.assignee, u.name_zh AS assignee_zh, u.name_en AS assignee_en,
  t.created_at, NULLIF(t.due_at, 'infinity') AS due_at, ${MARK} AS mark, t.status, t.outcome, t.closed_at, t.version,
  h.since AS suspended_since, h.ground AS suspended_ground, h.reason AS suspended_reason, hb.name_zh AS suspender_zh,
  hb.name_en AS suspender_en`;

export const TASK_JOINS = `LEFT JOIN office o ON o.id = t.office_id LEFT JOIN app_user u ON u.id = t.assignee
  LEFT JOIN suspension h ON h.case_id = t.case_id AND h.until IS NULL LEFT JOIN app_user hb ON hb.id = h.by_id`;

export interface TaskRecord {
  readonly id: string;
  readonly case_id: string;
  readonly case_no: string;
  readonly case_title: string;
  readonly step_no: string | null;
  readonly name_zh: string;
  readonly name_en: string;
  readonly office_id: string;
  readonly office_zh: string | null;
  readonly office_en: string | null;
  readonly assignee: string | null;
  readonly assignee_zh: string | null;
  readonly assignee_en: string | null;
  readonly created_at: Date;
  readonly due_at: Date | null;
  readonly mark: TaskRow['mark'];
  readonly status: TaskRow['status'];
  readonly outcome: string | null;
  readonly closed_at: Date | null;
  readonly version: number;
  readonly suspended_since: Date | null;
  readonly suspended_ground: string | null;
  readonly suspended_reason: string | null;
  readonly suspender_zh: string | null;
  readonly suspender_en: string | null;
}

export const toTaskRow = (row: TaskRecord): TaskRow => ({
  id: row.id,
  caseId: row.case_id,
  caseNo: row.case_no,
  caseTitle: row.case_title,
  ...(row.step_no === null ? {} : { stepNo: row.step_no }),
  name: { zh: row.name_zh, en: row.name_en },
  office: {
    id: row.office_id,
    name: { zh: row.office_zh ?? row.office_id, en: row.office_en ?? row.office_id },
  },
  ...(row.assignee === null
    ? {}
    : { assignee: { id: row.assignee, name: { zh: row.assignee_zh ?? '', en: row.assignee_en ?? '' } } }),
  createdAt: row.created_at.toISOString(),
  ...(row.due_at === null ? {} : { dueAt: row.due_at.toISOString() }),
  mark: row.mark,
  status: row.status,
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
  ...(row.closed_at === null ? {} : { closedAt: row.closed_at.toISOString() }),
  version: row.version,
  ...(row.suspended_since === null
    ? {}
    : {
        suspended: {
          since: row.suspended_since.toISOString(),
          ground: row.suspended_ground ?? '',
          reason: row.suspended_reason ?? '',
          by: { zh: row.suspender_zh ?? '', en: row.suspender_en ?? '' },
        },
      }),
});
