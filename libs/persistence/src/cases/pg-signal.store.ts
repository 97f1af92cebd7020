import { type SignalOrder, SignalStore, type Tx } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgSignalStore extends SignalStore {
  async waiting(tx: Tx, tenant: string, signal: string, thrower?: string): Promise<readonly string[]> {
    const { rows } = await clientOf(tx).query<{ id: string }>({
      name: 'signal-waits',
      text: `SELECT DISTINCT case_id AS id FROM signal_wait
        WHERE tenant = $1 AND signal = $2 AND case_id IS DISTINCT FROM $3 ORDER BY case_id`,
      values: [tenant, signal, thrower ?? null],
    });
    return rows.map(({ id }) => id);
  }

  async send(tx: Tx, order: SignalOrder): Promise<void> {
    const { throwId, tenant, signal, event, reason, actorId, actorName } = order;
    await clientOf(tx).query({
      name: 'send-signal',
      text: `WITH sent AS (
          INSERT INTO outbox (id, tenant, kind, topic, payload)
          VALUES (uuidv7(), $2, 'job', 'throw-signal', jsonb_build_object('signal', $3::text, 'throwId', $1::text, 'event', $4::jsonb)))
        INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, ground, after)
        VALUES (uuidv7(), $2, business_now(), 'signal.sent', 'person', $5, $6, 'signal', $3, $7, $4)`,
      values: [throwId, tenant, signal, JSON.stringify(event), actorId, actorName, reason],
    });
  }
}
