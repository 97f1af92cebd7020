import { type EffectRow, EffectStore, type OpenIncident, type Tx } from '@lianban/application';
import type { JsonObject } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgEffectStore extends EffectStore {
  async find(tx: Tx, id: string): Promise<EffectRow | undefined> {
    const { rows } = await clientOf(tx).query<EffectRow & { readonly lastError: string | null }>(
      `SELECT id, tenant, case_id AS "caseId", token, node, operation, input, state, attempts, last_error AS "lastError"
       FROM effect WHERE id = $1`,
      [id],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { lastError, ...effect } = row;
    return { ...effect, ...(lastError === null ? {} : { lastError }) };
  }

  async lock(tx: Tx, id: string): Promise<EffectRow | undefined> {
    // The case first: nobody changes a row of a case without its lock.
    await clientOf(tx).query(
      'SELECT 1 FROM case_file WHERE id = (SELECT case_id FROM effect WHERE id = $1) FOR UPDATE',
      [id],
    );
    return this.find(tx, id);
  }

  async settle(
    tx: Tx,
    id: string,
    from: readonly EffectRow['state'][],
    to: EffectRow['state'],
    more: { readonly attempts?: number; readonly lastError?: string; readonly result?: JsonObject },
  ): Promise<boolean> {
    const done = await clientOf(tx).query(
      `UPDATE effect SET state = $3, attempts = greatest(attempts, $4), last_error = COALESCE($5, last_error),
         result = COALESCE($6, result), settled_at = CASE WHEN $3 = 'open' THEN NULL ELSE business_now() END
       WHERE id = $1 AND state = ANY($2)`,
      [
        id,
        from,
        to,
        more.attempts ?? null,
        more.lastError ?? null,
        more.result ? JSON.stringify(more.result) : null,
      ],
    );
    return done.rowCount === 1;
  }

  async held(tx: Tx, caseId: string): ReturnType<EffectStore['held']> {
    const { rows } = await clientOf(tx).query<Awaited<ReturnType<EffectStore['held']>>[number]>({
      name: 'held-effects',
      text: `SELECT id, token, result FROM effect WHERE case_id = $1 AND state = 'held' ORDER BY settled_at, id`,
      values: [caseId],
    });
    return rows;
  }

  async noteLate(tx: Tx, effect: EffectRow, answer: JsonObject): Promise<void> {
    await clientOf(tx).query(
      `WITH e AS (
         UPDATE effect SET late_result = $2, late_at = business_now() WHERE id = $1 RETURNING tenant, case_id, node)
       INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, case_id, object_kind, object_id, after)
       SELECT uuidv7(), e.tenant, business_now(), 'service.late', 'system', 'engine', '流程引擎', e.case_id,
         'node', e.node, $2 FROM e`,
      [effect.id, JSON.stringify(answer)],
    );
  }

  async touch(tx: Tx, id: string, attempt?: number, failure?: string): Promise<void> {
    await clientOf(tx).query(
      `UPDATE effect SET touched_at = clock_timestamp(), attempts = greatest(attempts, COALESCE($2, attempts)),
         last_error = COALESCE($3, last_error) WHERE id = $1 AND state = 'open'`,
      [id, attempt ?? null, failure ?? null],
    );
  }

  async forgotten(
    tx: Tx,
    seconds: number,
    limit: number,
  ): Promise<readonly { id: string; caseId: string }[]> {
    const { rows } = await clientOf(tx).query<{ id: string; caseId: string }>(
      `SELECT id, case_id AS "caseId" FROM effect
       WHERE state = 'open' AND touched_at < clock_timestamp() - make_interval(secs => $1) ORDER BY touched_at LIMIT $2`,
      [seconds, limit],
    );
    return rows;
  }

  async openIncident(
    tx: Tx,
    incident: {
      readonly id: string;
      readonly effect: EffectRow;
      readonly code: string;
      readonly message: string;
    },
  ): Promise<void> {
    const { id, effect, code, message } = incident;
    await clientOf(tx).query(
      `WITH i AS (
         INSERT INTO incident (id, tenant, case_id, node, token, effect_id, code, message, opened_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, business_now()) RETURNING id)
       INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, case_id, object_kind, object_id, ground)
       SELECT uuidv7(), $2, business_now(), 'incident.opened', 'system', 'engine', '流程引擎', $3, 'incident', i.id::text, $7
       FROM i`,
      [id, effect.tenant, effect.caseId, effect.node, effect.token, effect.id, code, message],
    );
  }

  async lockIncident(tx: Tx, tenant: string, id: string): Promise<OpenIncident | undefined> {
    const client = clientOf(tx);
    await client.query(
      'SELECT 1 FROM case_file WHERE id = (SELECT case_id FROM incident WHERE tenant = $1 AND id = $2) FOR UPDATE',
      [tenant, id],
    );
    const { rows } = await client.query<{
      id: string;
      case_id: string;
      node: string;
      token: string;
      effect_id: string | null;
      code: string;
      resolved: boolean;
    }>(
      `SELECT id, case_id, node, token, effect_id, code, resolved_at IS NOT NULL AS resolved FROM incident
       WHERE tenant = $1 AND id = $2`,
      [tenant, id],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { case_id: caseId, node, token, effect_id: effectId, code, resolved } = row;
    return { id, caseId, node, token, code, resolved, ...(effectId === null ? {} : { effectId }) };
  }

  async resolveIncident(
    tx: Tx,
    id: string,
    resolution: 'retry' | 'skip' | 'answer',
    by: string,
    note: string,
  ): Promise<void> {
    await clientOf(tx).query(
      `WITH r AS (
         UPDATE incident SET resolved_at = business_now(), resolved_by = $3, resolution = $2, note = $4
         WHERE id = $1 AND resolved_at IS NULL RETURNING id, tenant, case_id)
       INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, case_id, object_kind, object_id, ground)
       SELECT uuidv7(), r.tenant, business_now(), 'incident.' || $2, 'person', $3,
         COALESCE((SELECT name_zh FROM app_user WHERE id::text = $3), $3), r.case_id, 'incident', r.id::text, $4 FROM r`,
      [id, resolution, by, note],
    );
  }

  async reopen(tx: Tx, effect: EffectRow): Promise<void> {
    await clientOf(tx).query(
      `WITH e AS (
         UPDATE effect SET state = 'open', settled_at = NULL WHERE id = $1 AND state = 'incident' RETURNING id, tenant, case_id)
       INSERT INTO outbox (id, tenant, kind, topic, case_id, payload)
       SELECT uuidv7(), e.tenant, 'effect', 'conduct', e.case_id,
         jsonb_build_object('effectId', e.id, 'caseId', e.case_id) FROM e`,
      [effect.id],
    );
  }
}
