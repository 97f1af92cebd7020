import {
  type BoardCounts,
  BoardReader,
  type SupervisedFilter,
  type Tx,
  type WorstTask,
} from '@lianban/application';
import type { InstitutionRow, TaskRow } from '@lianban/contracts';
import { Injectable } from '@nestjs/common';
import { businessNow } from '../business-time/business-now.js';
import { TASK_COLUMNS, TASK_JOINS, type TaskRecord, toTaskRow } from '../tasks/task-row.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import { COUNTS, OPEN, WITHOUT_CASE } from './board-counts.sql.js';

const LISTS: Readonly<Record<SupervisedFilter['list'], string>> = {
  open: '$3::timestamptz IS NOT NULL',
  'due-today': 't.due_at >= business_now() AND t.due_at < $3::timestamptz',
  'due-soon': `t.mark = 'due-soon' AND t.due_at >= business_now() AND $3::timestamptz IS NOT NULL`,
  overdue: 't.due_at < business_now() AND $3::timestamptz IS NOT NULL',
  paused: `t.mark = 'paused' AND $3::timestamptz IS NOT NULL`,
};

@Injectable()
export class PgBoardReader extends BoardReader {
  now(tx: Tx): Promise<string> {
    return businessNow(tx);
  }

  async counts(tx: Tx, tenant: string, dayEnds: string, district?: string): Promise<BoardCounts> {
    const { rows } = await clientOf(tx).query<{ board: BoardCounts }>({
      name: 'board-counts',
      text: COUNTS,
      values: [tenant, district ?? null, dayEnds],
    });
    const board = rows[0]?.board;
    if (!board) throw new Error('The board has no row.');
    return board;
  }

  async worst(tx: Tx, tenant: string, district?: string): Promise<WorstTask | undefined> {
    const { rows } = await clientOf(tx).query<{ worst: WorstTask }>({
      name: 'worst-task',
      text: `SELECT jsonb_strip_nulls(jsonb_build_object('caseId', t.case_id, 'caseNo', t.case_no, 'title', t.case_title, 'taskId', t.id,
          'step', jsonb_build_object('zh', t.name_zh, 'en', t.name_en),
          'office', jsonb_build_object('zh', COALESCE(o.name_zh, t.office_id), 'en', COALESCE(o.name_en, t.office_id)),
          'holder', CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('zh', u.name_zh, 'en', u.name_en) END,
          'heldSince', t.created_at, 'dueAt', t.due_at, 'definitionId', c.definition_id,
          'place', CASE WHEN k.scope = 'unit' THEN t.office_id ELSE c.district END,
          'clock', CASE WHEN k.id IS NULL THEN NULL ELSE jsonb_build_object('definition', k.definition, 'basis', k.basis, 'ladder', k.ladder,
            'ledger', (SELECT jsonb_agg(e.entry ORDER BY e.seq) FROM clock_entry e WHERE e.clock_id = k.id)) END,
          'nextRung', (SELECT jsonb_build_object('level', act ->> 'level', 'at', act ->> 'at') FROM due d,
            jsonb_array_elements(d.payload -> 'schedule') WITH ORDINALITY AS s(act, place)
            WHERE d.clock_id = k.id AND d.state = 'pending' AND act ->> 'kind' = 'rung' ORDER BY place LIMIT 1))) AS worst
        FROM (SELECT t.* FROM task t WHERE ${OPEN} AND t.due_at < 'infinity' ORDER BY t.due_at, t.id LIMIT 1) t
          JOIN case_file c ON c.id = t.case_id LEFT JOIN office o ON o.id = t.office_id LEFT JOIN app_user u ON u.id = t.assignee
          LEFT JOIN clock k ON k.case_id = t.case_id AND k.state = 'running' AND k.due_at = t.due_at
        ORDER BY k.node = t.node DESC NULLS LAST LIMIT 1`,
      values: [tenant, district ?? null],
    });
    return rows[0]?.worst;
  }

  async tasks(tx: Tx, tenant: string, filter: SupervisedFilter): Promise<readonly TaskRow[]> {
    const { list, officeId, district, dayEnds, after, limit } = filter;
    const { rows } = await clientOf(tx).query<TaskRecord>({
      name: `supervised-${list}`,
      text: `SELECT ${TASK_COLUMNS} FROM (
          SELECT t.* FROM task t WHERE ${OPEN} AND ${LISTS[list]} AND ($4::text IS NULL OR t.office_id = $4)
            AND (t.due_at, t.id) > ($5::timestamptz, $6::uuid) ORDER BY t.due_at, t.id LIMIT $7) t ${TASK_JOINS}
        ORDER BY t.due_at, t.id`,
      values: [
        tenant,
        district ?? null,
        dayEnds,
        officeId ?? null,
        after?.at ?? '-infinity',
        after?.id ?? '00000000-0000-0000-0000-000000000000',
        limit,
      ],
    });
    return rows.map(toTaskRow);
  }

  async registrationsWithoutCase(
    tx: Tx,
    tenant: string,
    district?: string,
  ): Promise<readonly InstitutionRow[]> {
    const { rows } = await clientOf(tx).query<InstitutionRow & { readonly registeredAt: Date | string }>(
      `SELECT i.id, i.uscc, i.name_zh AS name, i.kind, i.registration_type AS "registrationType",
         i.registration_authority AS "registrationAuthority", i.address, i.district, i.legal_representative AS "legalRepresentative",
         i.certificate_no AS "certificateNo", i.business_scope AS "businessScope", i.registered_at AS "registeredAt"
       ${WITHOUT_CASE}
       ORDER BY i.registered_at LIMIT 200`,
      [tenant, district ?? null],
    );
    return rows.map((row) => ({ ...row, registeredAt: new Date(row.registeredAt).toISOString() }));
  }
}
