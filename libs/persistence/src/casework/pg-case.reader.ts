import {
  type CaseFilter,
  CaseReader,
  type CaseRecord,
  type ClockRecord,
  type ReturnedTask,
  type SuspensionRecord,
  type TaskRecordInCase,
  type TaskRecordOfCase,
  type Tx,
} from '@lianban/application';
import type {
  CaseRow,
  DecisionFile,
  DefinitionRow,
  HandedOver,
  IncidentView,
  TaskRow,
  Text2,
} from '@lianban/contracts';
import { Injectable } from '@nestjs/common';
import { TASK_COLUMNS, TASK_JOINS, type TaskRecord, toTaskRow } from '../tasks/task-row.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import {
  CASE_FILE,
  CLOSED_BY,
  LIST_CASES,
  LIST_DEFINITIONS,
  LIST_INCIDENTS,
  OPEN_OF_DEFINITION,
  TASK_OF_CASE,
} from './casework.sql.js';

type Form = Readonly<Record<string, unknown>>;
type WithNulls<T> = { readonly [K in keyof T]-?: T[K] | null };
type OfCase = Omit<TaskRecordInCase, keyof TaskRow>;

const withoutNulls = ({
  closedBy,
  closedById,
  opinion,
  instance,
  returned,
}: WithNulls<OfCase>): Partial<OfCase> => ({
  ...(closedBy === null ? {} : { closedBy }),
  ...(closedById === null ? {} : { closedById }),
  ...(opinion === null ? {} : { opinion }),
  ...(instance === null ? {} : { instance }),
  ...(returned === null ? {} : { returned }),
});

interface TaskOfCaseRow {
  readonly node: string;
  readonly role: string | null;
  readonly definitionId: string;
  readonly definitionKey: string;
  readonly district: string;
  readonly routedBy: Form;
  readonly now: Date;
  readonly submitted: Form | null;
  readonly draft: Form | null;
  readonly earlier: Form | null;
  readonly closedBy: Text2 | null;
  readonly clocks: readonly ClockRecord[];
  readonly returned: ReturnedTask | null;
  readonly handedOver: HandedOver | null;
}

@Injectable()
export class PgCaseReader extends CaseReader {
  async task(tx: Tx, tenant: string, taskId: string, userId: string): Promise<TaskRecordOfCase | undefined> {
    const client = clientOf(tx);
    const { rows } = await client.query<TaskOfCaseRow>({
      name: 'task-of-case',
      text: TASK_OF_CASE,
      values: [taskId, tenant, userId],
    });
    const tasks = await client.query<TaskRecord>({
      name: 'task-row',
      text: `SELECT ${TASK_COLUMNS} FROM task t ${TASK_JOINS} WHERE t.id = $1`,
      values: [taskId],
    });
    const [found] = rows;
    const [task] = tasks.rows;
    if (!found || !task) return undefined;
    const {
      node,
      role,
      definitionId,
      definitionKey,
      district,
      routedBy,
      now,
      submitted,
      draft,
      earlier,
      closedBy,
      clocks,
      returned,
      handedOver,
    } = found;
    const form = submitted ?? earlier;
    return {
      row: toTaskRow(task),
      now: now.toISOString(),
      node,
      ...(role === null ? {} : { role }),
      definitionId,
      definitionKey,
      district,
      routedBy,
      ...(draft === null ? {} : { draft }),
      ...(form === null ? {} : { form }),
      ...(closedBy === null ? {} : { closedBy }),
      clocks,
      ...(returned === null ? {} : { returned }),
      ...(handedOver === null ? {} : { handedOver }),
    };
  }

  async caseFile(tx: Tx, tenant: string, caseId: string): Promise<CaseRecord | undefined> {
    const client = clientOf(tx);
    const { rows } = await client.query<{
      file: Omit<CaseRecord, 'tasks' | 'suspension'> & { suspension: SuspensionRecord | null };
    }>({
      name: 'case-file',
      text: CASE_FILE,
      values: [caseId, tenant],
    });
    const file = rows[0]?.file;
    if (!file) return undefined;
    const tasks = await client.query<TaskRecord & WithNulls<Omit<TaskRecordInCase, keyof TaskRow>>>({
      name: 'tasks-of-case',
      text: `SELECT t.node, t.token, ${CLOSED_BY}, t.closed_by AS "closedById", t.form ->> 'opinion' AS opinion, t.instance, t.returned,
        ${TASK_COLUMNS} FROM task t ${TASK_JOINS} WHERE t.case_id = $1 ORDER BY t.created_at, t.id`,
      values: [caseId],
    });
    const { suspension, ...rest } = file;
    return {
      ...rest,
      ...(suspension === null ? {} : { suspension }),
      tasks: tasks.rows.map((row) => ({
        ...toTaskRow(row),
        node: row.node ?? '',
        token: row.token ?? '',
        ...withoutNulls(row),
      })),
    };
  }

  async list(tx: Tx, tenant: string, filter: CaseFilter): Promise<readonly CaseRow[]> {
    const { rows } = await clientOf(tx).query<{ row: CaseRow }>({
      name: 'list-cases',
      text: LIST_CASES,
      values: [
        tenant,
        filter.text?.replaceAll(/[\\%_]/g, String.raw`\$&`) ?? null,
        filter.status ?? null,
        filter.after?.at ?? null,
        filter.after?.id ?? null,
        filter.officeIds ?? null,
        filter.limit,
        filter.district ?? null,
        filter.text ?? null,
      ],
    });
    return rows.map(({ row }) => ({ ...row, openedAt: new Date(row.openedAt).toISOString() }));
  }

  async openOfDefinition(
    tx: Tx,
    tenant: string,
    definitionId: string,
    limit: number,
    after?: string,
  ): Promise<readonly CaseRow[]> {
    const { rows } = await clientOf(tx).query<{ row: CaseRow }>({
      name: 'open-of-definition',
      text: OPEN_OF_DEFINITION,
      values: [tenant, definitionId, after ?? '00000000-0000-0000-0000-000000000000', limit],
    });
    return rows.map(({ row }) => ({ ...row, openedAt: new Date(row.openedAt).toISOString() }));
  }

  async definitions(tx: Tx, tenant: string): Promise<readonly DefinitionRow[]> {
    const { rows } = await clientOf(tx).query<{ row: DefinitionRow }>(LIST_DEFINITIONS, [tenant]);
    return rows.map(({ row }) => row);
  }

  async definitionXml(tx: Tx, tenant: string, id: string): Promise<string | undefined> {
    const { rows } = await clientOf(tx).query<{ xml: string }>(
      'SELECT xml FROM process_definition WHERE id = $1 AND tenant = $2',
      [id, tenant],
    );
    return rows[0]?.xml;
  }

  async decisionFiles(tx: Tx, tenant: string, id: string): Promise<readonly DecisionFile[] | undefined> {
    const { rows } = await clientOf(tx).query<{ decisions: Readonly<Record<string, string>> }>(
      'SELECT decisions FROM process_definition WHERE id = $1 AND tenant = $2',
      [id, tenant],
    );
    return rows[0] && Object.entries(rows[0].decisions).map(([name, xml]) => ({ name, xml }));
  }

  async incidents(tx: Tx, tenant: string): Promise<readonly IncidentView[]> {
    const { rows } = await clientOf(tx).query<{ row: IncidentView }>(LIST_INCIDENTS, [tenant]);
    return rows.map(({ row }) => row);
  }
}
