import {
  type InboxCursor,
  type Move,
  type OfficeBacklog,
  type OfficeOfMove,
  type OpenHandover,
  type PersonLoad,
  TeamStore,
  type Tx,
} from '@lianban/application';
import type { HandoverView, TaskRow } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { businessNow } from '../business-time/business-now.js';
import { TASK_COLUMNS, TASK_JOINS, type TaskRecord, toTaskRow } from '../tasks/task-row.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import { ASSIGN, HAND_OVER, LOADS, RECEIVED, SEND_BACK } from './team.sql.js';

const FIRST = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

const signed = ({ kind, id, name, address }: Actor, onBehalfOf: string | undefined): unknown[] => [
  kind,
  id,
  name,
  address ?? null,
  onBehalfOf ?? null,
];

@Injectable()
export class PgTeamStore extends TeamStore {
  now(tx: Tx): Promise<string> {
    return businessNow(tx);
  }

  async loads(
    tx: Tx,
    userIds: readonly string[],
    officeIds: readonly string[],
    monthBegan: string,
  ): Promise<readonly PersonLoad[]> {
    const { rows } = await clientOf(tx).query<PersonLoad>({
      name: 'team-loads',
      text: LOADS,
      values: [userIds, officeIds, monthBegan],
    });
    return rows;
  }

  async backlogs(tx: Tx, tenant: string, officeIds: readonly string[]): Promise<readonly OfficeBacklog[]> {
    const { rows } = await clientOf(tx).query<OfficeBacklog>({
      name: 'team-backlogs',
      // Claimed ones are counted person by person, each in an index: nobody counts all tasks of a large office.
      text: `SELECT o.id, jsonb_build_object('zh', o.name_zh, 'en', o.name_en) AS name, w.open::integer AS open,
          greatest(w.open - c.claimed, 0)::integer AS unclaimed
        FROM office o,
          LATERAL (SELECT COALESCE(sum(tasks), 0) AS open FROM (
            SELECT tasks FROM open_work WHERE tenant = $1 AND office_id = o.id
            UNION ALL SELECT tasks FROM open_work_change WHERE tenant = $1 AND office_id = o.id) k) w,
          LATERAL (SELECT count(t.assignee) AS claimed FROM (SELECT DISTINCT user_id FROM user_post WHERE office_id = o.id) p
            JOIN task t ON t.assignee = p.user_id AND t.status = 'open' AND t.office_id = o.id) c
        WHERE o.id = ANY($2::text[]) ORDER BY o.id`,
      values: [tenant, officeIds],
    });
    return rows;
  }

  async tasks(
    tx: Tx,
    tenant: string,
    { person, officeIds }: { readonly person?: string; readonly officeIds: readonly string[] },
    after: InboxCursor = FIRST,
    limit: number,
  ): Promise<readonly TaskRow[]> {
    const whose = person === undefined ? 't.assignee IS NULL AND $6::uuid IS NULL' : 't.assignee = $6';
    const { rows } = await clientOf(tx).query<TaskRecord>({
      name: person === undefined ? 'team-unclaimed' : 'team-tasks',
      text: `SELECT ${TASK_COLUMNS} FROM (
          SELECT t.* FROM task t WHERE t.tenant = $1 AND t.status = 'open' AND t.office_id = ANY($2::text[]) AND ${whose}
            AND (t.due_at, t.id) > ($3::timestamptz, $4::uuid) ORDER BY t.due_at, t.id LIMIT $5) t ${TASK_JOINS}
        ORDER BY t.due_at, t.id`,
      values: [tenant, officeIds, after.at, after.id, limit, person ?? null],
    });
    return rows.map(toTaskRow);
  }

  async lockCases(tx: Tx, taskIds: readonly string[]): Promise<void> {
    await clientOf(tx).query({
      name: 'lock-cases-of-tasks',
      text: `SELECT 1 FROM case_file WHERE id IN (SELECT case_id FROM task WHERE id = ANY($1::uuid[])) ORDER BY id FOR UPDATE`,
      values: [taskIds],
    });
  }

  async assign(tx: Tx, { taskId, actor, onBehalfOf, reason }: Move, to: string): Promise<boolean> {
    const { rowCount } = await clientOf(tx).query({
      name: 'assign-task',
      text: ASSIGN,
      values: [taskId, to, reason, ...signed(actor, onBehalfOf)],
    });
    return rowCount === 1;
  }

  async handOver(
    tx: Tx,
    { taskId, actor, onBehalfOf, reason }: Move,
    to: OfficeOfMove,
    id: string,
    returnUntil: string,
  ): Promise<boolean> {
    const { rowCount } = await clientOf(tx).query({
      name: 'hand-task-over',
      text: HAND_OVER,
      values: [
        taskId,
        to.id,
        reason,
        ...signed(actor, onBehalfOf),
        to.department,
        to.district,
        id,
        returnUntil,
      ],
    });
    return rowCount === 1;
  }

  async received(tx: Tx, tenant: string, officeIds: readonly string[]): Promise<readonly HandoverView[]> {
    const { rows } = await clientOf(tx).query<{ handover: HandoverView }>({
      name: 'received-handovers',
      text: RECEIVED,
      values: [tenant, officeIds],
    });
    return rows.map(({ handover }) => handover);
  }

  async lockHandover(tx: Tx, tenant: string, id: string): Promise<OpenHandover | undefined> {
    const { rows } = await clientOf(tx).query<
      Omit<OpenHandover, 'assignee'> & { readonly assignee: NonNullable<OpenHandover['assignee']> | null }
    >({
      name: 'lock-handover',
      // The task is locked as well: who claimed it while this waited for the case is seen.
      text: `SELECT h.id, h.case_id AS "caseId", h.task_id AS "taskId", h.from_office AS "fromOffice", h.to_office AS "toOffice",
          business_now() <= h.return_until AS "isInTime", t.status = 'open' AND t.office_id = h.to_office AS "isOpen",
          (SELECT jsonb_build_object('id', u.id, 'name', jsonb_build_object('zh', u.name_zh, 'en', u.name_en))
            FROM app_user u WHERE u.id = t.assignee) AS assignee
        FROM case_file c JOIN task_handover h ON h.case_id = c.id JOIN task t ON t.id = h.task_id
        WHERE h.id = $1 AND h.tenant = $2 AND h.returned_at IS NULL FOR UPDATE OF c, h, t`,
      values: [id, tenant],
    });
    const [row] = rows;
    if (!row) return undefined;
    const { assignee, ...handover } = row;
    return { ...handover, ...(assignee === null ? {} : { assignee }) };
  }

  async sendBack(
    tx: Tx,
    handover: OpenHandover,
    to: OfficeOfMove,
    { actor, onBehalfOf, reason }: Omit<Move, 'taskId'>,
  ): Promise<void> {
    await clientOf(tx).query({
      name: 'send-task-back',
      text: SEND_BACK,
      values: [
        handover.taskId,
        to.id,
        reason,
        ...signed(actor, onBehalfOf),
        to.department,
        to.district,
        handover.id,
      ],
    });
  }
}
