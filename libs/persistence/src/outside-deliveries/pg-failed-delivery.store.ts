import { FailedDeliveryStore, type Tx } from '@lianban/application';
import type { FailedDelivery, OutsideDeliveryParams } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

const RETRIES: Readonly<Record<OutsideDeliveryParams['kind'], string>> = {
  message: `UPDATE notice_message SET attempts = 0, gave_up_at = NULL, failure = NULL, try_again_at = clock_timestamp()
    WHERE id = $1 AND tenant = $2 AND gave_up_at IS NOT NULL`,
  todo: `UPDATE unified_todo SET attempts = 0, gave_up_at = NULL, failure = NULL, try_at = clock_timestamp()
    WHERE task_id = $1 AND tenant = $2 AND gave_up_at IS NOT NULL`,
};

@Injectable()
export class PgFailedDeliveryStore extends FailedDeliveryStore {
  async list(tx: Tx, actor: Actor, limit: number): Promise<readonly FailedDelivery[]> {
    const { rows } = await clientOf(tx).query<{ failed: FailedDelivery }>({
      name: 'failed-deliveries',
      // Whoever tried a channel out was told at once what came of it.
      text: `SELECT failed FROM (
          (SELECT m.gave_up_at, jsonb_build_object('kind', 'message', 'id', m.id, 'channel', m.channel, 'gaveUpAt', m.gave_up_at,
            'attempts', m.attempts, 'failure', m.failure, 'person', jsonb_build_object('zh', u.name_zh, 'en', u.name_en)) AS failed
          FROM notice_message m JOIN app_user u ON u.id = m.user_id
          WHERE m.tenant = $1 AND m.gave_up_at IS NOT NULL AND m.content ->> 'kind' IS DISTINCT FROM 'test' ORDER BY m.gave_up_at DESC, m.id DESC LIMIT $2)
          UNION ALL
          (SELECT t.gave_up_at, jsonb_build_object('kind', 'todo', 'id', t.task_id, 'gaveUpAt', t.gave_up_at, 'attempts', t.attempts,
            'failure', t.failure, 'case', jsonb_build_object('id', k.case_id, 'no', k.case_no))
          FROM unified_todo t JOIN task k ON k.id = t.task_id
          WHERE t.tenant = $1 AND t.gave_up_at IS NOT NULL ORDER BY t.gave_up_at DESC, t.task_id DESC LIMIT $2)) f
        ORDER BY gave_up_at DESC LIMIT $2`,
      values: [actor.tenant, limit],
    });
    return rows.map(({ failed }) => failed);
  }

  async retry(tx: Tx, actor: Actor, { kind, id }: OutsideDeliveryParams): Promise<boolean> {
    const { rowCount } = await clientOf(tx).query({
      name: `retry-${kind}`,
      text: RETRIES[kind],
      values: [id, actor.tenant],
    });
    return rowCount === 1;
  }
}
