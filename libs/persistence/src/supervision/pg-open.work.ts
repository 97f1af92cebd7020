import { OpenWork, type Tx } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgOpenWork extends OpenWork {
  async fold(tx: Tx): Promise<number> {
    const { rowCount } = await clientOf(tx).query({
      name: 'fold-open-work',
      // One folds at a time: two that begin the same count would both insert it.
      text: `WITH taken AS (
          DELETE FROM open_work_change WHERE (SELECT pg_try_advisory_xact_lock(hashtext('fold-open-work'))) RETURNING *),
        change AS (
          SELECT tenant, district, office_id, due_from, sum(tasks)::integer AS tasks, sum(due_soon)::integer AS due_soon,
            sum(cases)::integer AS cases
          FROM taken GROUP BY tenant, district, office_id, due_from)
        MERGE INTO open_work w USING (SELECT * FROM change WHERE tasks <> 0 OR due_soon <> 0 OR cases <> 0) c
          ON (w.tenant, w.office_id, w.district, w.due_from) = (c.tenant, c.office_id, c.district, c.due_from)
        WHEN MATCHED AND w.tasks + c.tasks = 0 AND w.due_soon + c.due_soon = 0 AND w.cases + c.cases = 0 THEN DELETE
        WHEN MATCHED THEN UPDATE SET tasks = w.tasks + c.tasks, due_soon = w.due_soon + c.due_soon, cases = w.cases + c.cases
        WHEN NOT MATCHED THEN INSERT (tenant, district, office_id, due_from, tasks, due_soon, cases)
          VALUES (c.tenant, c.district, c.office_id, c.due_from, c.tasks, c.due_soon, c.cases)`,
    });
    return rowCount ?? 0;
  }
}
