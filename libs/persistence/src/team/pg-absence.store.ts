import { AbsenceStore, type NewAbsence, type Tx } from '@lianban/application';
import type { AbsenceView } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import { AWAY } from './away.sql.js';

const PERSON = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'name', jsonb_build_object('zh', ${alias}.name_zh, 'en', ${alias}.name_en))`;

/** A row of the trail for the absence `a`. Parameters: actor kind, id and name, address. */
const trail = (act: string, at: number): string => `
  INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, ground, address, after)
  SELECT uuidv7(), a.tenant, business_now(), '${act}', $${at}, $${at + 1}, $${at + 2}, 'absence', a.id::text, a.reason, $${at + 3},
    jsonb_build_object('person', a.user_id, 'standIn', a.stand_in, 'from', a.from_at, 'to', COALESCE(a.ended_at, a.to_at))
  FROM a`;

const told = (kind: string): string => `
  INSERT INTO notice (id, tenant, to_kind, to_id, kind, payload, created_at)
  SELECT uuidv7(), a.tenant, 'person', p::text, '${kind}', jsonb_build_object('reason', a.reason), business_now()
  FROM a, unnest(ARRAY[a.user_id, a.stand_in]) p`;

const signed = ({ kind, id, name, address }: Actor): unknown[] => [kind, id, name, address ?? null];

@Injectable()
export class PgAbsenceStore extends AbsenceStore {
  async coming(tx: Tx, userIds: readonly string[]): Promise<readonly AbsenceView[]> {
    const { rows } = await clientOf(tx).query<{ absence: AbsenceView }>({
      name: 'coming-absences',
      text: `SELECT jsonb_build_object('id', a.id, 'person', ${PERSON('u')}, 'standIn', ${PERSON('s')}, 'from', a.from_at,
          'to', a.to_at, 'reason', a.reason, 'isNow', ${AWAY}) AS absence
        FROM absence a JOIN app_user u ON u.id = a.user_id JOIN app_user s ON s.id = a.stand_in
        WHERE a.user_id = ANY($1::uuid[]) AND a.to_at > business_now() AND a.ended_at IS NULL ORDER BY a.from_at, a.id LIMIT 500`,
      values: [userIds],
    });
    return rows.map(({ absence }) => absence);
  }

  async record(
    tx: Tx,
    actor: Actor,
    { id, person, standIn, from, to, reason }: NewAbsence,
  ): Promise<'recorded' | 'overlaps' | 'stand-in-away'> {
    // Two who record at once for the same people wait for each other, in one order.
    await clientOf(tx).query('SELECT 1 FROM app_user WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [
      [person, standIn],
    ]);
    const { rows } = await clientOf(tx).query<{ isAway: boolean }>(
      `SELECT user_id = $1 AS "isAway" FROM absence
       WHERE (user_id IN ($1, $2) OR stand_in = $1) AND from_at < $4 AND COALESCE(ended_at, to_at) > $3`,
      [person, standIn, from, to],
    );
    if (rows.some(({ isAway }) => isAway)) return 'overlaps';
    if (rows.length > 0) return 'stand-in-away';
    await clientOf(tx).query({
      name: 'record-absence',
      text: `WITH a AS (
          INSERT INTO absence (id, tenant, user_id, stand_in, from_at, to_at, reason, recorded_by)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $9::text::uuid) RETURNING *),
        told AS (${told('absence-recorded')})
        ${trail('absence.recorded', 8)}`,
      values: [id, actor.tenant, person, standIn, from, to, reason, ...signed(actor)],
    });
    return 'recorded';
  }

  async find(tx: Tx, tenant: string, id: string): Promise<{ readonly person: string } | undefined> {
    const { rows } = await clientOf(tx).query<{ person: string }>(
      'SELECT user_id AS person FROM absence WHERE id = $1 AND tenant = $2',
      [id, tenant],
    );
    return rows[0];
  }

  async end(tx: Tx, actor: Actor, id: string): Promise<boolean> {
    const { rowCount } = await clientOf(tx).query({
      name: 'end-absence',
      text: `WITH a AS (
          UPDATE absence SET ended_at = greatest(business_now(), from_at), ended_by = $3::text::uuid
          WHERE id = $1 AND ended_at IS NULL AND to_at > business_now() RETURNING *),
        told AS (${told('absence-ended')})
        ${trail('absence.ended', 2)}`,
      values: [id, ...signed(actor)],
    });
    return rowCount === 1;
  }
}
