import { BusinessTime, type BusinessTimeState, type BusinessTimeStop } from '@lianban/application';
import { BUSINESS_TIME_BELL, type UnfinishedWork } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';

/** A rung that reached nobody holds no case: the next rung tells the next level. */
const INCIDENTS = `SELECT i.* FROM incident i WHERE i.resolved_at IS NULL AND i.code <> 'LADDERS.NOBODY_REACHED'`;
const DEAD_LETTERS = 'SELECT o.* FROM outbox o WHERE o.done_at IS NULL AND o.failure IS NOT NULL';
const DELIVERIES = 'SELECT o.* FROM outbox o WHERE o.done_at IS NULL AND o.failure IS NULL';
/** One that an administrator has paused holds no time up. */
const BULK = `SELECT b.* FROM bulk_operation b WHERE b.state IN ('waiting', 'running')`;
const CALLS = `SELECT e.* FROM effect e WHERE e.state = 'open'`;

@Injectable()
export class PgBusinessTime extends BusinessTime {
  constructor(private readonly pool: Pool) {
    super();
  }

  async read(): Promise<BusinessTimeState> {
    const { rows } = await this.pool.query<{ now: Date; movable: boolean }>(
      'SELECT business_now() AS now, movable FROM business_time',
    );
    const [row] = rows;
    if (!row) throw new Error('The database has no business time.');
    return { now: row.now.toISOString(), movable: row.movable };
  }

  async note(actor: Actor, from: string, to: string): Promise<void> {
    await this.pool.query(
      `INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, address,
         correlation_id, before, after)
       VALUES (uuidv7(), $1, $2::timestamptz, 'business-time.moved', $3, $4, $5, 'business-time', $1, $6, $7,
         jsonb_build_object('now', $2::text), jsonb_build_object('now', $8::text))`,
      [actor.tenant, from, actor.kind, actor.id, actor.name, actor.address, actor.correlationId, to],
    );
  }

  async moveOn(to: string, known: readonly string[]): Promise<BusinessTimeStop> {
    // The offset is seconds, never days: a day in an interval is as long as the session's time zone says.
    const { rows } = await this.pool.query<{
      now: Date;
      moved: Date | null;
      arrived: boolean;
      setback: boolean;
    }>({
      name: 'move-business-time',
      text: `WITH clock AS MATERIALIZED (SELECT business_now() AS now),
        look AS MATERIALIZED (SELECT clock.now,
          EXISTS (SELECT FROM (${INCIDENTS}) i WHERE i.id <> ALL ($2::uuid[]))
            OR EXISTS (SELECT FROM (${DEAD_LETTERS}) o WHERE o.id <> ALL ($2::uuid[])) AS setback,
          EXISTS (SELECT FROM due d WHERE d.state = 'pending' AND d.at <= clock.now)
            OR EXISTS (${DELIVERIES}) OR EXISTS (${CALLS})
            OR EXISTS (SELECT FROM (${BULK}) b WHERE b.not_before <= clock.now) AS busy,
          least($1::timestamptz, (SELECT min(d.at) FROM due d WHERE d.state = 'pending' AND d.at > clock.now),
            (SELECT min(b.not_before) FROM (${BULK}) b WHERE b.not_before > clock.now)) AS stop
          FROM clock),
        moved AS (
          UPDATE business_time b
          SET offset_by = make_interval(secs => extract(epoch FROM look.stop - clock_timestamp())::double precision)
          FROM look WHERE b.movable AND NOT look.busy AND NOT look.setback AND look.stop > look.now
            -- Against the row itself: another mover may have been here since this statement began.
            AND extract(epoch FROM look.stop - clock_timestamp()) > extract(epoch FROM b.offset_by)
          RETURNING look.stop, pg_notify($3, ''))
        SELECT look.now, look.setback, NOT look.busy AND NOT look.setback AND look.now >= $1::timestamptz AS arrived,
          (SELECT moved.stop FROM moved) AS moved FROM look`,
      values: [to, known, BUSINESS_TIME_BELL],
    });
    const [row] = rows;
    if (!row) throw new Error('The database has no business time.');
    const { now, moved, arrived, setback } = row;
    return { now: (moved ?? now).toISOString(), moved: moved !== null, arrived, setback };
  }

  async unfinished(known: readonly string[]): Promise<readonly UnfinishedWork[]> {
    const { rows } = await this.pool.query<{ work: UnfinishedWork }>(
      `SELECT jsonb_strip_nulls(jsonb_build_object('kind', w.kind, 'what', w.what, 'caseNo', c.case_no,
          'attempts', w.attempts, 'reason', w.reason)) AS work
       FROM (
         (SELECT 1 AS place, 'incident' AS kind, code AS what, case_id, NULL::integer AS attempts, message AS reason
            FROM (${INCIDENTS}) i WHERE id <> ALL ($1::uuid[]) ORDER BY opened_at LIMIT 5)
         UNION ALL
         (SELECT 2, 'dead-letter', topic, case_id, attempts, failure
            FROM (${DEAD_LETTERS}) o WHERE id <> ALL ($1::uuid[]) ORDER BY seq LIMIT 5)
         UNION ALL
         (SELECT 3, 'call', operation, case_id, attempts, last_error FROM (${CALLS}) e ORDER BY touched_at LIMIT 5)
         UNION ALL
         (SELECT 4, 'delivery', topic, case_id, attempts, NULL FROM (${DELIVERIES}) o ORDER BY seq LIMIT 5)
         UNION ALL
         (SELECT 5, 'due', kind, case_id, NULL, NULL FROM due
            WHERE state = 'pending' AND at <= (SELECT business_now()) ORDER BY at, id LIMIT 5)
         UNION ALL
         (SELECT 6, 'bulk', kind, NULL::uuid, NULL, NULL FROM (${BULK}) b
            WHERE b.not_before <= (SELECT business_now()) ORDER BY not_before, id LIMIT 5)) w
       LEFT JOIN case_file c ON c.id = w.case_id ORDER BY w.place`,
      [known],
    );
    return rows.map(({ work }) => work);
  }

  async setbacks(): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT id FROM (${INCIDENTS}) i UNION ALL SELECT id FROM (${DEAD_LETTERS}) o`,
    );
    return rows.map(({ id }) => id);
  }
}
