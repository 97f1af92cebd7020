import { type CaseVerdict, MigrationStore, type Tx } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgMigrationStore extends MigrationStore {
  async countOpen(tx: Tx, tenant: string, definitionId: string): Promise<number> {
    const { rows } = await clientOf(tx).query<{ readonly open: number }>({
      name: 'count-open-of-definition',
      text: `SELECT count(*)::int AS open FROM case_file WHERE tenant = $1 AND definition_id = $2 AND status = 'open'`,
      values: [tenant, definitionId],
    });
    return rows[0]?.open ?? 0;
  }

  noteMoved(tx: Tx, tenant: string, operationId: string, caseIds: readonly string[]): void {
    clientOf(tx).write({
      name: 'note-migrated-cases',
      text: 'INSERT INTO migrated_case (operation_id, case_id, tenant) SELECT $1, unnest($2::uuid[]), $3',
      values: [operationId, caseIds, tenant],
    });
  }

  async verdicts(
    tx: Tx,
    operationId: string,
    limit: number,
    after?: string,
  ): Promise<readonly CaseVerdict[]> {
    const { rows } = await clientOf(tx).query<{ readonly verdict: CaseVerdict }>({
      name: 'migration-verdicts',
      text: `SELECT jsonb_strip_nulls(jsonb_build_object('caseId', c.id, 'caseNo', c.case_no, 'title', c.title))
          || CASE WHEN v.code IS NULL THEN '{}' ELSE jsonb_build_object('refused', jsonb_strip_nulls(jsonb_build_object(
            'code', v.code, 'message', v.message, 'details', v.details))) END AS verdict
        FROM (
          (SELECT case_id, NULL AS code, NULL AS message, NULL::jsonb AS details FROM migrated_case
            WHERE operation_id = $1 AND case_id > $3::uuid ORDER BY case_id LIMIT $2)
          UNION ALL
          (SELECT item::uuid, code, message, details FROM bulk_failure
            WHERE operation_id = $1 AND item > $3::uuid::text ORDER BY item LIMIT $2)
        ) v JOIN case_file c ON c.id = v.case_id
        ORDER BY c.id LIMIT $2`,
      values: [operationId, limit, after ?? '00000000-0000-0000-0000-000000000000'],
    });
    return rows.map(({ verdict }) => verdict);
  }
}
