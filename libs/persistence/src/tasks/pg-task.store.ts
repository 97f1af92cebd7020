import { type ReturnedTask, type TaskFacts, type TaskHand, TaskStore, type Tx } from '@lianban/application';
import type { TaskRow } from '@lianban/contracts';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import { lockCaseOfTask } from './lock-case-of-task.js';
import { handOver } from './hand-over.sql.js';
import { TASK_COLUMNS, TASK_JOINS, type TaskRecord, toTaskRow } from './task-row.js';

interface FactsRow extends TaskRecord {
  readonly token: string;
  readonly node: string;
  readonly closed_by: string | null;
  readonly closer_zh: string | null;
  readonly closer_en: string | null;
  readonly definition_id: string;
  readonly returned: ReturnedTask | null;
  readonly activity: string | null;
}

/** $2 who acts, $3 in whose name. */
const trail = (act: string): string => `
  trail AS (
    INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, on_behalf_of, office_id, case_id, object_kind, object_id)
    SELECT uuidv7(), w.tenant, w.now, '${act}', 'person', u.id::text, u.name_zh, $3::text, w.office_id, w.case_id, 'task', w.id::text
    FROM w JOIN app_user u ON u.id = $2)`;

@Injectable()
export class PgTaskStore extends TaskStore {
  async facts(tx: Tx, tenant: string, taskId: string): Promise<TaskFacts | undefined> {
    const { rows } = await clientOf(tx).query<FactsRow>({
      name: 'task-facts',
      text: `SELECT ${TASK_COLUMNS}, t.token, t.node, t.closed_by, b.name_zh AS closer_zh, b.name_en AS closer_en,
          c.definition_id, t.returned, t.instance ->> 'activity' AS activity
        FROM task t JOIN case_file c ON c.id = t.case_id ${TASK_JOINS} LEFT JOIN app_user b ON b.id = t.closed_by
        WHERE t.id = $1 AND t.tenant = $2`,
      values: [taskId, tenant],
    });
    const [row] = rows;
    return row && toFacts(row);
  }

  async claim(tx: Tx, taskId: string, { userId, onBehalfOf }: TaskHand): Promise<boolean> {
    await lockCaseOfTask(tx, taskId);
    const done = await clientOf(tx).query({
      name: 'claim-task',
      text: `WITH w AS (
          UPDATE task SET assignee = $2, claimed_at = business_now(), version = version + 1
          WHERE id = $1 AND status = 'open' AND assignee IS NULL
          RETURNING id, tenant, case_id, token, office_id, claimed_at AS now),
        ${handOver('person', '$2::text')}, ${trail('task.claimed')}
        SELECT id FROM w`,
      values: [taskId, userId, onBehalfOf?.name ?? null],
    });
    return done.rowCount === 1;
  }

  async release(tx: Tx, taskId: string, { userId, onBehalfOf }: TaskHand): Promise<boolean> {
    await lockCaseOfTask(tx, taskId);
    const done = await clientOf(tx).query({
      name: 'release-task',
      text: `WITH w AS (
          UPDATE task SET assignee = NULL, claimed_at = NULL, version = version + 1
          WHERE id = $1 AND status = 'open' AND assignee = $2
          RETURNING id, tenant, case_id, token, office_id, business_now() AS now),
        ${handOver('office', 'w.office_id')}, ${trail('task.released')}
        SELECT id FROM w`,
      values: [taskId, userId, onBehalfOf?.name ?? null],
    });
    return done.rowCount === 1;
  }

  async saveDraft(tx: Tx, taskId: string, userId: string, data: unknown): Promise<void> {
    await clientOf(tx).query(
      `INSERT INTO task_draft (task_id, user_id, data, saved_at) VALUES ($1, $2, $3, business_now())
       ON CONFLICT (task_id, user_id) DO UPDATE SET data = excluded.data, saved_at = excluded.saved_at`,
      [taskId, userId, JSON.stringify(data)],
    );
  }

  async anyDrafts(tx: Tx, taskIds: readonly string[]): Promise<boolean> {
    if (taskIds.length === 0) return false;
    const { rows } = await clientOf(tx).query<{ found: boolean }>(
      'SELECT EXISTS (SELECT FROM task_draft WHERE task_id = ANY($1::uuid[])) AS found',
      [taskIds],
    );
    return rows[0]?.found === true;
  }

  async carryDrafts(tx: Tx, taskIds: readonly string[]): Promise<void> {
    if (taskIds.length === 0) return;
    await clientOf(tx).query(
      `INSERT INTO task_draft (task_id, user_id, data, saved_at)
       SELECT DISTINCT ON (now.id, d.user_id) now.id, d.user_id, d.data, d.saved_at
       FROM task now
         JOIN task spared ON spared.case_id = now.case_id AND spared.status = 'cancelled' AND spared.outcome IS NULL
           AND spared.instance ->> 'activity' = now.instance ->> 'activity'
           AND spared.instance ->> 'counter' = now.instance ->> 'counter'
         JOIN task_draft d ON d.task_id = spared.id
       WHERE now.id = ANY($1::uuid[])
       ORDER BY now.id, d.user_id, d.saved_at DESC`,
      [taskIds],
    );
  }

  async comment(
    tx: Tx,
    {
      taskId,
      by: { userId, onBehalfOf },
      body,
      id,
    }: { readonly taskId: string; readonly by: TaskHand; readonly body: string; readonly id: string },
  ): Promise<string> {
    const { rows } = await clientOf(tx).query<{ created_at: Date }>(
      `WITH w AS (SELECT t.id, t.tenant, t.case_id, t.office_id, business_now() AS now FROM task t WHERE t.id = $1),
       remark AS (
         INSERT INTO case_comment (id, tenant, case_id, task_id, author, on_behalf_of, office_id, body, created_at)
         SELECT $4, w.tenant, w.case_id, w.id, $2, $6, w.office_id, $5, w.now FROM w),
       ${trail('task.commented')}
       SELECT now AS created_at FROM w`,
      [taskId, userId, onBehalfOf?.name ?? null, id, body, onBehalfOf?.id ?? null],
    );
    return (rows[0]?.created_at ?? new Date()).toISOString();
  }

  async rows(tx: Tx, taskIds: readonly string[]): Promise<readonly TaskRow[]> {
    const { rows } = await clientOf(tx).query<TaskRecord>({
      name: 'task-rows',
      text: `SELECT ${TASK_COLUMNS} FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted(id, place)
        JOIN task t ON t.id = wanted.id ${TASK_JOINS} ORDER BY wanted.place`,
      values: [taskIds],
    });
    return rows.map(toTaskRow);
  }
}

const toFacts = (record: FactsRow): TaskFacts => {
  const row = toTaskRow(record);
  return {
    row,
    id: row.id,
    caseId: row.caseId,
    token: record.token,
    node: record.node,
    officeId: row.office.id,
    officeName: row.office.name,
    status: row.status,
    ...(row.assignee === undefined
      ? {}
      : { assignee: row.assignee.id, assigneeName: { zh: row.assignee.name.zh, en: row.assignee.name.en } }),
    ...(row.outcome === undefined ? {} : { outcome: row.outcome }),
    ...(row.closedAt === undefined ? {} : { closedAt: row.closedAt }),
    ...(record.closed_by === null
      ? {}
      : { closedBy: { id: record.closed_by, zh: record.closer_zh ?? '', en: record.closer_en ?? '' } }),
    version: row.version,
    definitionId: record.definition_id,
    ...(record.returned === null ? {} : { returned: record.returned }),
    ...(record.activity === null ? {} : { activity: record.activity }),
  };
};
