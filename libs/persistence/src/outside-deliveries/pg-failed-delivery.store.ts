import { FailedDeliveryStore, type Tx } from '@lianban/application';
import type {
  FailedDeliveriesRequest,
  FailedDelivery,
  OutsideDeliveryParams,
  Page,
} from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { cursorText, pageOf, readCursor } from '../intake/page-cursor.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';

const PAGE = 50;

/** `old` is the row as it was given up, `again` as it is tried anew. */
const RETRIES: Readonly<Record<OutsideDeliveryParams['kind'], string>> = {
  message: `old AS (SELECT id, failure, attempts FROM notice_message
      WHERE id = $1 AND tenant = $2 AND gave_up_at IS NOT NULL FOR UPDATE),
    again AS (UPDATE notice_message m SET attempts = 0, gave_up_at = NULL, failure = NULL, failure_cause = NULL,
      try_again_at = clock_timestamp() FROM old WHERE m.id = old.id)`,
  todo: `old AS (SELECT task_id AS id, failure, attempts FROM unified_todo
      WHERE task_id = $1 AND tenant = $2 AND gave_up_at IS NOT NULL FOR UPDATE),
    again AS (UPDATE unified_todo u SET attempts = 0, gave_up_at = NULL, failure = NULL, failure_cause = NULL,
      try_at = clock_timestamp() FROM old WHERE u.task_id = old.id)`,
};
const OBJECTS: Readonly<Record<OutsideDeliveryParams['kind'], string>> = {
  message: 'notice-message',
  todo: 'unified-todo',
};

interface FailedRow {
  readonly at: string;
  readonly failed: FailedDelivery;
}

@Injectable()
export class PgFailedDeliveryStore extends FailedDeliveryStore {
  async list(
    tx: Tx,
    actor: Actor,
    { limit = PAGE, after }: FailedDeliveriesRequest,
  ): Promise<Page<FailedDelivery>> {
    const behind = readCursor(after);
    const { rows } = await clientOf(tx).query<FailedRow>({
      name: 'failed-deliveries',
      // Whoever tried a channel out was told at once what came of it.
      text: `SELECT gave_up_at::text AS at, jsonb_strip_nulls(failed) AS failed FROM (
          (SELECT m.gave_up_at, m.id, jsonb_build_object('kind', 'message', 'id', m.id, 'channel', m.channel,
            'gaveUpAt', m.gave_up_at, 'attempts', m.attempts, 'failure', m.failure, 'cause', m.failure_cause,
            'person', jsonb_build_object('zh', u.name_zh, 'en', u.name_en)) AS failed
          FROM notice_message m JOIN app_user u ON u.id = m.user_id
          WHERE m.tenant = $1 AND m.gave_up_at IS NOT NULL AND m.content ->> 'kind' IS DISTINCT FROM 'test'
            AND (m.gave_up_at, m.id) < ($3::timestamptz, $4::uuid) ORDER BY m.gave_up_at DESC, m.id DESC LIMIT $2)
          UNION ALL
          (SELECT t.gave_up_at, t.task_id, jsonb_build_object('kind', 'todo', 'id', t.task_id, 'gaveUpAt', t.gave_up_at,
            'attempts', t.attempts, 'failure', t.failure, 'cause', t.failure_cause,
            'case', jsonb_build_object('id', k.case_id, 'no', k.case_no))
          FROM unified_todo t JOIN task k ON k.id = t.task_id
          WHERE t.tenant = $1 AND t.gave_up_at IS NOT NULL
            AND (t.gave_up_at, t.task_id) < ($3::timestamptz, $4::uuid) ORDER BY t.gave_up_at DESC, t.task_id DESC LIMIT $2)) f
        ORDER BY gave_up_at DESC, id DESC LIMIT $2`,
      values: [
        actor.tenant,
        limit + 1,
        behind?.at ?? 'infinity',
        behind?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
      ],
    });
    return pageOf(
      rows,
      limit,
      ({ failed }) => failed,
      ({ at, failed }) => cursorText(at, failed.id),
    );
  }

  async retry(tx: Tx, actor: Actor, { kind, id }: OutsideDeliveryParams): Promise<boolean> {
    const { rowCount } = await clientOf(tx).query({
      name: `retry-${kind}`,
      text: `WITH ${RETRIES[kind]}
        INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, address,
          correlation_id, before)
        SELECT uuidv7(), $2, business_now(), 'delivery.retried', $3, $4, $5, $6, id::text, $7, $8,
          jsonb_build_object('failure', failure, 'attempts', attempts) FROM old`,
      values: [
        id,
        actor.tenant,
        actor.kind,
        actor.id,
        actor.name,
        OBJECTS[kind],
        actor.address,
        actor.correlationId,
      ],
    });
    return rowCount === 1;
  }
}
