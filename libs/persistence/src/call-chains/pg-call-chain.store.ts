import { CallChainStore, type Tx } from '@lianban/application';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgCallChainStore extends CallChainStore {
  async call(tx: Tx, clockId: string, level: string, place: number): Promise<boolean> {
    const { rows } = await clientOf(tx).query<{ wanted: boolean }>({
      name: 'call-next',
      text: `WITH wanted AS (
          SELECT f.*, (f.told -> $3::int ->> 'userId')::uuid AS user_id, k.name_zh, k.name_en, k.due_at, c.case_no
          FROM ladder_firing f JOIN clock k ON k.id = f.clock_id JOIN case_file c ON c.id = f.case_id
          WHERE f.clock_id = $1 AND f.level = $2 AND k.state = 'running'
            AND NOT EXISTS (SELECT FROM ladder_acknowledgement a WHERE a.clock_id = $1)),
        called AS (
          INSERT INTO call_chain_call (clock_id, level, place, tenant, user_id, called_at)
          SELECT clock_id, level, $3::int, tenant, user_id, business_now() FROM wanted WHERE user_id IS NOT NULL
          ON CONFLICT DO NOTHING RETURNING *),
        told AS (
          INSERT INTO notice (id, tenant, to_kind, to_id, case_id, kind, payload, created_at)
          SELECT uuidv7(), w.tenant, 'person', w.user_id::text, w.case_id, 'call',
            jsonb_build_object('clockId', w.clock_id, 'level', w.level, 'ladder', w.ladder, 'action', w.action, 'caseNo', w.case_no,
              'clockName', jsonb_build_object('zh', w.name_zh, 'en', w.name_en), 'dueAt', w.due_at), d.called_at
          FROM wanted w JOIN called d ON true),
        trail AS (
          INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, case_id, object_kind, object_id, ground, after)
          SELECT uuidv7(), w.tenant, d.called_at, 'chain.called', 'system', 'engine', '流程引擎', w.case_id, 'clock',
            w.clock_id::text, w.ladder || ' ' || w.level, jsonb_build_object('place', d.place, 'userId', w.user_id)
          FROM wanted w JOIN called d ON true)
        SELECT EXISTS (SELECT FROM wanted) AS wanted`,
      values: [clockId, level, place],
    });
    return rows[0]?.wanted === true;
  }

  async unanswered(tx: Tx, clockId: string, level: string): Promise<void> {
    await clientOf(tx).query({
      name: 'chain-unanswered',
      text: `INSERT INTO incident (id, tenant, case_id, node, token, code, message, opened_at)
        SELECT uuidv7(), k.tenant, k.case_id, k.node, k.id::text, 'LADDERS.CHAIN_UNANSWERED',
          'Nobody answered the calls of ' || k.ladder || ' ' || $2 || '.', business_now()
        FROM clock k WHERE k.id = $1 AND NOT EXISTS (SELECT FROM incident i WHERE i.case_id = k.case_id
          AND i.token = k.id::text AND i.code = 'LADDERS.CHAIN_UNANSWERED' AND i.resolved_at IS NULL)`,
      values: [clockId, level],
    });
  }

  async told(
    tx: Tx,
    tenant: string,
    clockId: string,
    userId: string,
  ): Promise<{ caseId: string; wasTold: boolean } | undefined> {
    const { rows } = await clientOf(tx).query<{ caseId: string; wasTold: boolean }>({
      name: 'told-of-clock',
      text: `SELECT k.case_id AS "caseId", EXISTS (SELECT FROM ladder_firing f, jsonb_array_elements(f.told) t
          WHERE f.clock_id = k.id AND t ->> 'userId' = $3) AS "wasTold"
        FROM clock k WHERE k.id = $2 AND k.tenant = $1`,
      values: [tenant, clockId, userId],
    });
    return rows[0];
  }

  async acknowledge(tx: Tx, actor: Actor, clockId: string): Promise<void> {
    await clientOf(tx).query({
      name: 'acknowledge-clock',
      text: `WITH done AS (
          INSERT INTO ladder_acknowledgement (clock_id, user_id, tenant, at, by_way)
          SELECT k.id, $2, k.tenant, business_now(), 'in-app' FROM clock k WHERE k.id = $1
          ON CONFLICT DO NOTHING RETURNING *),
        trail AS (
          INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, case_id, object_kind, object_id, ground)
          SELECT uuidv7(), d.tenant, d.at, 'clock.acknowledged', 'person', u.id::text, u.name_zh, k.case_id, 'clock',
            k.id::text, k.ladder FROM done d JOIN clock k ON k.id = d.clock_id JOIN app_user u ON u.id = d.user_id)
        INSERT INTO outbox (id, tenant, kind, topic, case_id, payload)
        SELECT uuidv7(), d.tenant, 'job', 'chain-acknowledged', f.case_id,
          jsonb_build_object('clockId', d.clock_id, 'level', f.level)
        FROM done d JOIN ladder_firing f ON f.clock_id = d.clock_id WHERE f.fired AND f.acts @> '[{"kind": "call-chain"}]'`,
      values: [clockId, actor.id],
    });
  }
}
