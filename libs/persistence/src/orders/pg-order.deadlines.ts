import { OrderDeadlines, type Tx } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgOrderDeadlines extends OrderDeadlines {
  async lapse(tx: Tx, orderId: string): Promise<void> {
    await clientOf(tx).query({
      name: 'lapse-order',
      text: `WITH x AS (
          UPDATE supervision_order SET overdue_at = due_at
          WHERE id = $1 AND state IN ('served', 'acknowledged', 'sent-back') AND due_at <= business_now() AND overdue_at IS NULL
          RETURNING *),
        step AS (
          INSERT INTO supervision_order_step (order_id, seq, act, at, recorded_at, actor_kind, actor_id, actor_name)
          SELECT x.id, 1 + (SELECT max(seq) FROM supervision_order_step s WHERE s.order_id = x.id), 'overdue', x.due_at,
            business_now(), 'system', 'engine', '流程引擎' FROM x),
        told AS (
          INSERT INTO notice (id, tenant, to_kind, to_id, case_id, kind, payload, created_at)
          SELECT uuidv7(), x.tenant, 'office', office, x.case_id, 'order-overdue',
            jsonb_build_object('orderId', x.id, 'kind', x.kind, 'number', x.number), business_now()
          FROM x, unnest(ARRAY[x.issuing_office, x.office_id]) AS office),
        trail AS (
          INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, office_id, case_id, object_kind, object_id)
          SELECT uuidv7(), x.tenant, business_now(), 'order.overdue', 'system', 'engine', '流程引擎', x.office_id, x.case_id,
            'order', x.id::text FROM x)
        SELECT 1 FROM x`,
      values: [orderId],
    });
  }
}
