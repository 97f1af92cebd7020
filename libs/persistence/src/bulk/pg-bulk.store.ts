import {
  type BulkFailure,
  type BulkOperation,
  type BulkOrder,
  type BulkProgress,
  type BulkState,
  BulkStore,
  type HeldOperation,
  type SoleBulkOrder,
  type Tx,
} from '@lianban/application';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { clientOf } from '../transaction/pg-unit-of-work.js';

const OPERATION = `jsonb_strip_nulls(jsonb_build_object('id', o.id, 'tenant', o.tenant, 'kind', o.kind, 'reason', o.reason,
  'state', o.state, 'notBefore', o.not_before, 'total', o.total, 'cursor', o.cursor, 'looked', o.looked,
  'changed', o.changed, 'failed', o.failed, 'startedBy', jsonb_build_object('id', o.started_by, 'name', o.started_by_name),
  'createdAt', o.created_at, 'begunAt', o.begun_at, 'endedAt', o.ended_at))
  || jsonb_build_object('parameters', o.parameters)
  || CASE WHEN o.result IS NULL THEN '{}' ELSE jsonb_build_object('result', o.result) END`;

type OperationRow = { readonly operation: BulkOperation };

@Injectable()
export class PgBulkStore extends BulkStore {
  async order(tx: Tx, order: BulkOrder): Promise<string> {
    const id = await this.insert(tx, order);
    if (id === undefined) throw new Error('An order about nothing has no other beside it.');
    return id;
  }

  async orderOnce(tx: Tx, order: SoleBulkOrder): Promise<BulkOperation> {
    const { actor, kind, subject } = order;
    await this.insert(tx, order, subject);
    // Where another transaction was first, the insert has waited for it: it is seen by now.
    const found = await this.lastAbout(tx, actor.tenant, kind, subject);
    if (!found) throw new Error('The operation that was just ordered is not there.');
    return found;
  }

  async lastAbout(tx: Tx, tenant: string, kind: string, subject: string): Promise<BulkOperation | undefined> {
    const { rows } = await clientOf(tx).query<OperationRow>({
      name: 'bulk-last-about',
      text: `SELECT ${OPERATION} AS operation FROM bulk_operation o
        WHERE o.tenant = $1 AND o.kind = $2 AND o.subject = $3 ORDER BY o.created_at DESC, o.id DESC LIMIT 1`,
      values: [tenant, kind, subject],
    });
    return rows[0]?.operation;
  }

  /** Nothing where one about the subject is under way. */
  private async insert(
    tx: Tx,
    { kind, parameters, reason, notBefore, actor }: BulkOrder,
    subject?: string,
  ): Promise<string | undefined> {
    const id = newId();
    const { rows } = await clientOf(tx).query<{ readonly id: string }>({
      name: 'bulk-order',
      text: `WITH ordered AS (
          INSERT INTO bulk_operation (id, tenant, kind, parameters, reason, not_before, started_by, started_by_name, created_at,
            subject)
          SELECT $1, $2, $3, $4, $5, COALESCE($6::timestamptz, t.now), $7, $8, t.now, $12
          FROM (SELECT business_now() AS now) t
          ON CONFLICT (tenant, kind, subject) WHERE subject IS NOT NULL AND state IN ('waiting', 'running', 'paused')
            DO NOTHING
          RETURNING *),
        trail AS (
          INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, ground, address,
            correlation_id, after)
          SELECT uuidv7(), tenant, created_at, 'bulk.ordered', $9, $7, $8, 'bulk-operation', id::text, reason, $10, $11,
            jsonb_build_object('kind', kind, 'parameters', parameters) FROM ordered)
        SELECT id FROM ordered`,
      values: [
        id,
        actor.tenant,
        kind,
        JSON.stringify(parameters),
        reason,
        notBefore,
        actor.id,
        actor.name,
        actor.kind,
        actor.address,
        actor.correlationId,
        subject,
      ],
    });
    return rows[0]?.id;
  }

  holdNext(tx: Tx, tenant: string, kinds: readonly string[]): Promise<HeldOperation | undefined> {
    return this.held(tx, 'bulk-hold-next', `o.tenant = $1 AND o.kind = ANY($2)`, [tenant, kinds]);
  }

  hold(tx: Tx, id: string): Promise<HeldOperation | undefined> {
    return this.held(tx, 'bulk-hold', 'o.id = $1', [id]);
  }

  /** The oldest is worked on first; one that another process holds is passed over. */
  private async held(
    tx: Tx,
    name: string,
    which: string,
    values: readonly unknown[],
  ): Promise<HeldOperation | undefined> {
    const { rows } = await clientOf(tx).query<OperationRow & { readonly now: Date }>({
      name,
      text: `SELECT ${OPERATION} AS operation, business_now() AS now FROM bulk_operation o
        WHERE ${which} AND o.state IN ('waiting', 'running') AND o.not_before <= (SELECT business_now())
        ORDER BY o.not_before, o.id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      values,
    });
    const [row] = rows;
    return row && { operation: row.operation, now: row.now.toISOString() };
  }

  progress(tx: Tx, id: string, progress: BulkProgress): Promise<void> {
    const { total, cursor, looked = 0, changed = 0, failure } = progress;
    clientOf(tx).write({
      name: 'bulk-progress',
      text: `WITH moved AS (
          UPDATE bulk_operation SET state = 'running', begun_at = COALESCE(begun_at, business_now()),
            total = COALESCE($2, total), cursor = COALESCE($3, cursor), looked = looked + $4, changed = changed + $5,
            failed = failed + CASE WHEN $6::jsonb IS NULL THEN 0 ELSE 1 END
          WHERE id = $1 RETURNING id, tenant)
        INSERT INTO bulk_failure (operation_id, item, tenant, code, message, details, at)
        SELECT id, f ->> 'item', tenant, f ->> 'code', f ->> 'message', f -> 'details', business_now()
        FROM moved, (SELECT $6::jsonb AS f) failure WHERE f IS NOT NULL`,
      values: [id, total, cursor, looked, changed, failure && JSON.stringify(failure)],
    });
    return Promise.resolve();
  }

  end(tx: Tx, id: string, result: BulkOperation['result']): Promise<void> {
    clientOf(tx).write({
      name: 'bulk-end',
      text: `WITH ended AS (
          UPDATE bulk_operation SET state = 'done', ended_at = business_now(), begun_at = COALESCE(begun_at, business_now()),
            result = $2 WHERE id = $1 RETURNING *)
        INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, after)
        SELECT uuidv7(), tenant, ended_at, 'bulk.done', 'system', 'engine', '流程引擎', 'bulk-operation', id::text,
          jsonb_build_object('kind', kind, 'looked', looked, 'changed', changed, 'failed', failed) FROM ended`,
      values: [id, result && JSON.stringify(result)],
    });
    return Promise.resolve();
  }

  async turn(
    tx: Tx,
    actor: Actor,
    id: string,
    from: readonly BulkState[],
    to: BulkState,
  ): Promise<BulkOperation | undefined> {
    const { rows } = await clientOf(tx).query<OperationRow>({
      name: 'bulk-turn',
      text: `WITH o AS (
          UPDATE bulk_operation SET state = $4, ended_at = CASE WHEN $4 = 'cancelled' THEN business_now() END
          WHERE tenant = $1 AND id = $2 AND state = ANY($3) RETURNING *),
        trail AS (
          INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, address,
            correlation_id)
          SELECT uuidv7(), o.tenant, business_now(), 'bulk.' || $4, $5, $6, $7, 'bulk-operation', o.id::text, $8, $9
          FROM o)
        SELECT ${OPERATION} AS operation FROM o`,
      values: [
        actor.tenant,
        id,
        from,
        to,
        actor.kind,
        actor.id,
        actor.name,
        actor.address,
        actor.correlationId,
      ],
    });
    return rows[0]?.operation;
  }

  async byId(tx: Tx, tenant: string, id: string): Promise<BulkOperation | undefined> {
    const { rows } = await clientOf(tx).query<OperationRow>({
      name: 'bulk-by-id',
      text: `SELECT ${OPERATION} AS operation FROM bulk_operation o WHERE o.tenant = $1 AND o.id = $2`,
      values: [tenant, id],
    });
    return rows[0]?.operation;
  }

  async list(tx: Tx, tenant: string, limit: number, after?: string): Promise<readonly BulkOperation[]> {
    const { rows } = await clientOf(tx).query<OperationRow>({
      name: 'bulk-list',
      text: `SELECT ${OPERATION} AS operation FROM bulk_operation o WHERE o.tenant = $1
          AND ($3::uuid IS NULL OR (o.created_at, o.id) < (SELECT a.created_at, a.id FROM bulk_operation a WHERE a.id = $3))
        ORDER BY o.created_at DESC, o.id DESC LIMIT $2`,
      values: [tenant, limit, after],
    });
    return rows.map(({ operation }) => operation);
  }

  async failures(tx: Tx, id: string, limit: number, after?: string): Promise<readonly BulkFailure[]> {
    const { rows } = await clientOf(tx).query<{ readonly failure: BulkFailure }>({
      name: 'bulk-failures',
      text: `SELECT jsonb_strip_nulls(jsonb_build_object('item', item, 'code', code, 'message', message, 'at', at,
          'details', details)) AS failure
        FROM bulk_failure WHERE operation_id = $1 AND item > COALESCE($3, '') ORDER BY item LIMIT $2`,
      values: [id, limit, after],
    });
    return rows.map(({ failure }) => failure);
  }
}
