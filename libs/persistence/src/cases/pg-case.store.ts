import {
  type CaseChanges,
  CaseStore,
  type LockedCase,
  type NewCase,
  type RunningCase,
  type Tx,
} from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import { applyStatement } from './apply-statement.js';

type WithNulls<T> = { readonly [K in keyof T]: T[K] | null };

interface LockedRow extends Omit<LockedCase, 'tasks'> {
  readonly tasks: readonly WithNulls<LockedCase['tasks'][number]>[];
}

interface HeldRow {
  readonly held: LockedRow | null;
}

@Injectable()
export class PgCaseStore extends CaseStore {
  async lock(tx: Tx, caseId: string, stimulusId: string): Promise<LockedCase | undefined> {
    const { rows } = await clientOf(tx).query<HeldRow>({
      name: 'lock-case',
      text: 'SELECT lock_case($1, $2) AS held',
      values: [caseId, stimulusId],
    });
    return lockedCase(rows);
  }

  async lockOfTask(
    tx: Tx,
    tenant: string,
    taskId: string,
    stimulusId: string,
  ): Promise<LockedCase | undefined> {
    const { rows } = await clientOf(tx).query<HeldRow>({
      name: 'lock-case-of-task-and-read',
      text: 'SELECT lock_case((SELECT case_id FROM task WHERE id = $1 AND tenant = $2), $3) AS held',
      values: [taskId, tenant, stimulusId],
    });
    return lockedCase(rows);
  }

  async begin(tx: Tx): Promise<{ now: string; caseNo: string }> {
    const { rows } = await clientOf(tx).query<{ now: Date; case_no: string }>({
      name: 'begin-case',
      text: `SELECT t.now, to_char(t.now AT TIME ZONE 'Asia/Shanghai', 'YYYY') || '-' ||
                    lpad(nextval('case_number')::text, 6, '0') AS case_no
             FROM (SELECT business_now() AS now) t`,
    });
    const [row] = rows;
    if (!row) throw new Error('The database gave no time.');
    return { now: row.now.toISOString(), caseNo: row.case_no };
  }

  apply(tx: Tx, changes: CaseChanges, newCase?: NewCase): void {
    clientOf(tx).write(applyStatement(changes, newCase));
  }

  async findRunning(
    tx: Tx,
    tenant: string,
    definitionKey: string,
    businessKey: string | undefined,
    causedBy: string,
  ): Promise<RunningCase | undefined> {
    const { rows } = await clientOf(tx).query<RunningCase>({
      name: 'find-running-case',
      // Two looks at two indexes: an OR over both would walk neither.
      text: `SELECT id AS "caseId", case_no AS "caseNo", true AS "openedByIt" FROM case_file
             WHERE caused_by = $4 AND tenant = $1 AND definition_key = $2
             UNION ALL
             SELECT id, case_no, false FROM case_file
             WHERE tenant = $1 AND definition_key = $2 AND business_key = $3 AND status = 'open'
             ORDER BY "openedByIt" DESC LIMIT 1`,
      values: [tenant, definitionKey, businessKey ?? null, causedBy],
    });
    return rows[0];
  }
}

const lockedCase = ([row]: readonly HeldRow[]): LockedCase | undefined => {
  const held = row?.held;
  if (!held) return undefined;
  return {
    ...held,
    tasks: held.tasks.map(({ assignee, ...task }) => ({
      ...task,
      ...(assignee === null ? {} : { assignee }),
    })),
  } as LockedCase;
};
