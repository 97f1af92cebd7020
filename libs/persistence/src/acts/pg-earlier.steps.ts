import { type EarlierStep, EarlierSteps, type RoundTask, type Tx } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

interface StepRow extends Omit<EarlierStep, 'doneAt' | 'person' | 'by'> {
  readonly doneAt: Date;
  readonly person: string | null;
  readonly by: EarlierStep['by'] | null;
}

@Injectable()
export class PgEarlierSteps extends EarlierSteps {
  async ofCase(tx: Tx, caseId: string): Promise<readonly EarlierStep[]> {
    const { rows } = await clientOf(tx).query<StepRow>({
      name: 'earlier-steps',
      text: `SELECT t.node, t.office_id AS "officeId", t.assignee AS person, t.closed_at AS "doneAt",
          jsonb_build_object('zh', COALESCE(o.name_zh, t.office_id), 'en', COALESCE(o.name_en, t.office_id)) AS "officeName",
          CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('zh', u.name_zh, 'en', u.name_en) END AS by
        FROM (SELECT DISTINCT ON (node) * FROM task WHERE case_id = $1 AND status = 'completed'
            ORDER BY node, closed_at DESC, id DESC) t
          LEFT JOIN office o ON o.id = t.office_id LEFT JOIN app_user u ON u.id = t.closed_by
        ORDER BY t.closed_at DESC, t.node`,
      values: [caseId],
    });
    return rows.map(({ doneAt, person, by, ...step }) => ({
      ...step,
      doneAt: doneAt.toISOString(),
      ...(person === null ? {} : { person }),
      ...(by ? { by } : {}),
    }));
  }

  async round(tx: Tx, caseId: string, activity: string): Promise<readonly RoundTask[]> {
    const { rows } = await clientOf(tx).query<RoundTask & { readonly person: string | null }>({
      name: 'tasks-of-round',
      text: `SELECT DISTINCT ON (instance ->> 'counter') token, node, (instance ->> 'counter')::int AS counter,
          office_id AS "officeId", assignee AS person
        FROM task WHERE case_id = $1 AND instance ->> 'activity' = $2
        ORDER BY instance ->> 'counter', created_at DESC, id DESC`,
      values: [caseId, activity],
    });
    return rows.map(({ person, ...task }) => ({ ...task, ...(person === null ? {} : { person }) }));
  }

  async signers(tx: Tx, caseId: string, activity: string): Promise<readonly unknown[]> {
    const { rows } = await clientOf(tx).query<{ item: unknown }>({
      name: 'signers-of-activity',
      text: `SELECT instance -> 'item' AS item FROM task WHERE case_id = $1 AND instance ->> 'activity' = $2
        AND (status <> 'cancelled' OR outcome IS DISTINCT FROM 'signer-removed')`,
      values: [caseId, activity],
    });
    return rows.map(({ item }) => item);
  }
}
