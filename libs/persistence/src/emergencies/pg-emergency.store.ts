import {
  type CasePage,
  type ClockOfCase,
  type EmergencyNotice,
  type EmergencyRecord,
  EmergencyStore,
  type EmergencyTurn,
  type Lifting,
  type NewEmergency,
  type Tx,
} from '@lianban/application';
import type { EmergencyImpactView } from '@lianban/contracts';
import { type Actor, EMERGENCY_GROUND } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { businessNow } from '../business-time/business-now.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import { EMERGENCY, EMERGENCY_LIFE } from './emergency-columns.js';

const PROGRESS = `jsonb_strip_nulls(jsonb_build_object('state', o.state, 'looked', o.looked, 'total', o.total,
  'changed', o.changed, 'failed', o.failed))`;

const RECORD = `SELECT ${EMERGENCY} || ${EMERGENCY_LIFE} || jsonb_strip_nulls(jsonb_build_object(
    'stopping', (SELECT ${PROGRESS} FROM bulk_operation o WHERE o.id = e.stops),
    'lifting', (SELECT ${PROGRESS} FROM bulk_operation o WHERE o.id = e.lifts))) AS emergency FROM emergency e`;

/** Definitions of clocks that an emergency stops: read once a statement, for plans are large. */
const STOPPABLE = `stoppable AS MATERIALIZED (
  SELECT d.id, c.key FROM process_definition d, jsonb_each(d.plan -> 'clocks') c
  WHERE c.value -> 'stoppedBy' ? '${EMERGENCY_GROUND}')`;

const OPEN = `k.state IN ('running', 'stopped') AND k.retired_at IS NULL
  AND EXISTS (SELECT FROM stoppable s WHERE s.id = c.definition_id AND s.key = k.definition)`;

/** Open cases of these districts ($1, $2) in which a clock would stand still. */
const REACHED = `c.tenant = $1 AND c.status = 'open' AND c.district = ANY ($2)
  AND EXISTS (SELECT FROM clock k WHERE k.case_id = c.id AND ${OPEN})`;

/** Entries of this ground ($2); their index is of emergencies alone. */
const OF_GROUND = `e.entry ->> 'ground' = $2 AND e.entry ->> 'ground' LIKE 'emergency:%'`;

const STANDING = `k.tenant = $1 AND k.state = 'stopped' AND k.retired_at IS NULL
  AND EXISTS (SELECT FROM clock_entry e WHERE e.clock_id = k.id AND ${OF_GROUND})`;

/** Open tasks \`t\` that wait for a clock \`k\`: of its step, or of the case that it counts for. */
const WAITS = `t.case_id = k.case_id AND t.status = 'open' AND (t.node = k.node OR k.scope = 'case')`;

/** How many of the clocks that would stand still a preview names. */
const NAMED = 50;

const NOTICES: Readonly<Record<EmergencyTurn['to'], string>> = {
  stopped: 'emergency-entered',
  running: 'emergency-lifted',
};

type EmergencyRow = { readonly emergency: EmergencyRecord };
type IdRow = { readonly id: string };
type CountRow = { readonly count: number };

@Injectable()
export class PgEmergencyStore extends EmergencyStore {
  now(tx: Tx): Promise<string> {
    return businessNow(tx);
  }

  enter(tx: Tx, actor: Actor, emergency: NewEmergency): void {
    clientOf(tx).write({
      name: 'enter-emergency',
      text: `WITH e AS (
          INSERT INTO emergency (id, tenant, districts, from_at, to_at, document, reason, entered_at, entered_by_name, stops, lifts)
          SELECT r.id, $2, r.districts, r."from", r."to", r.document, r.reason, business_now(), $4, r.stops, r.lifts
          FROM jsonb_to_record($1::jsonb) AS r(id uuid, districts text[], "from" timestamptz, "to" timestamptz,
            document text, reason text, stops uuid, lifts uuid) RETURNING *)
        INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, ground, address,
          correlation_id, after)
        SELECT uuidv7(), $2, e.entered_at, 'emergency.entered', $5, $3, $4, 'emergency', e.id::text, e.reason, $6, $7,
          $1::jsonb FROM e`,
      values: [JSON.stringify(emergency), actor.tenant, ...byOf(actor)],
    });
  }

  lift(tx: Tx, actor: Actor, { id, to, reason, lifts }: Lifting): void {
    clientOf(tx).write({
      name: 'lift-emergency',
      text: `WITH before AS (SELECT to_at FROM emergency WHERE id = $8),
        e AS (
          UPDATE emergency SET to_at = $9, lifted_at = business_now(), lifted_by_name = $3, lift_reason = $7, lifts = $10
          WHERE id = $8 AND tenant = $1 RETURNING *)
        INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, ground, address,
          correlation_id, before, after)
        SELECT uuidv7(), $1, e.lifted_at, 'emergency.lifted', $4, $2, $3, 'emergency', e.id::text, $7, $5, $6,
          jsonb_build_object('to', before.to_at), jsonb_build_object('to', e.to_at) FROM e, before`,
      values: [actor.tenant, ...byOf(actor), reason, id, to, lifts],
    });
  }

  byId(tx: Tx, tenant: string, id: string): Promise<EmergencyRecord | undefined> {
    return this.one(tx, 'emergency', `${RECORD} WHERE e.tenant = $1 AND e.id = $2`, tenant, id);
  }

  hold(tx: Tx, tenant: string, id: string): Promise<EmergencyRecord | undefined> {
    return this.one(
      tx,
      'hold-emergency',
      `${RECORD} WHERE e.tenant = $1 AND e.id = $2 FOR UPDATE OF e`,
      tenant,
      id,
    );
  }

  async list(tx: Tx, tenant: string, { limit, after }: CasePage): Promise<readonly EmergencyRecord[]> {
    const { rows } = await clientOf(tx).query<EmergencyRow>({
      name: 'emergencies',
      text: `${RECORD} WHERE e.tenant = $1 AND ($3::uuid IS NULL OR e.id < $3) ORDER BY e.id DESC LIMIT $2`,
      values: [tenant, limit, after],
    });
    return rows.map(({ emergency }) => emergency);
  }

  async impact(tx: Tx, tenant: string, districts: readonly string[]): Promise<EmergencyImpactView> {
    const { rows } = await clientOf(tx).query<{ readonly impact: EmergencyImpactView }>({
      name: 'emergency-impact',
      text: `WITH ${STOPPABLE},
        hit AS MATERIALIZED (
          SELECT k.id, k.case_id, k.node, k.scope, k.state, k.due_at, k.name_zh, k.name_en, c.case_no, c.title
          FROM case_file c JOIN clock k ON k.case_id = c.id
          WHERE c.tenant = $1 AND c.status = 'open' AND c.district = ANY ($2) AND ${OPEN}),
        held AS (
          SELECT t.office_id, count(DISTINCT k.id)::integer AS clocks FROM hit k JOIN task t ON ${WAITS} GROUP BY t.office_id)
        SELECT jsonb_build_object('clocks', (SELECT count(*) FROM hit), 'cases', (SELECT count(DISTINCT case_id) FROM hit),
          'standing', (SELECT count(*) FROM hit WHERE state = 'stopped'),
          'offices', COALESCE((SELECT jsonb_agg(jsonb_build_object('id', h.office_id, 'clocks', h.clocks,
              'name', jsonb_build_object('zh', o.name_zh, 'en', o.name_en)) ORDER BY h.clocks DESC, h.office_id)
            FROM held h JOIN office o ON o.id = h.office_id), '[]'),
          'items', COALESCE((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('clockId', h.id, 'caseId', h.case_id,
              'caseNo', h.case_no, 'caseTitle', h.title, 'clock', jsonb_build_object('zh', h.name_zh, 'en', h.name_en),
              'dueAt', h.due_at)) ORDER BY h.due_at NULLS LAST, h.id)
            FROM (SELECT * FROM hit ORDER BY due_at NULLS LAST, id LIMIT ${NAMED}) h), '[]')) AS impact`,
      values: [tenant, districts],
    });
    const [row] = rows;
    if (!row) throw new Error('The database gave no impact.');
    return row.impact;
  }

  casesToStop(
    tx: Tx,
    tenant: string,
    districts: readonly string[],
    { limit, after }: CasePage,
  ): Promise<readonly string[]> {
    const text = `WITH ${STOPPABLE} SELECT c.id FROM case_file c WHERE ${REACHED}
      AND ($4::uuid IS NULL OR c.id > $4) ORDER BY c.id LIMIT $3`;
    return this.ids(tx, 'emergency-cases-to-stop', text, [tenant, districts, limit, after]);
  }

  countToStop(tx: Tx, tenant: string, districts: readonly string[]): Promise<number> {
    const text = `WITH ${STOPPABLE} SELECT count(*)::integer AS count FROM case_file c WHERE ${REACHED}`;
    return this.count(tx, 'emergency-count-to-stop', text, [tenant, districts]);
  }

  async clocksToStop(tx: Tx, caseIds: readonly string[]): Promise<readonly ClockOfCase[]> {
    const { rows } = await clientOf(tx).query<ClockOfCase>({
      name: 'emergency-clocks-to-stop',
      text: `WITH ${STOPPABLE} SELECT k.id, k.case_id AS "caseId" FROM case_file c JOIN clock k ON k.case_id = c.id
        WHERE c.id = ANY ($1::uuid[]) AND ${OPEN} ORDER BY k.case_id, k.id`,
      values: [caseIds],
    });
    return rows;
  }

  casesToLift(
    tx: Tx,
    tenant: string,
    ground: string,
    { limit, after }: CasePage,
  ): Promise<readonly string[]> {
    const text = `SELECT DISTINCT k.case_id AS id FROM clock k WHERE ${STANDING}
      AND ($4::uuid IS NULL OR k.case_id > $4) ORDER BY k.case_id LIMIT $3`;
    return this.ids(tx, 'emergency-cases-to-lift', text, [tenant, ground, limit, after]);
  }

  countToLift(tx: Tx, tenant: string, ground: string): Promise<number> {
    const text = `SELECT count(DISTINCT k.case_id)::integer AS count FROM clock k WHERE ${STANDING}`;
    return this.count(tx, 'emergency-count-to-lift', text, [tenant, ground]);
  }

  async clocksToLift(tx: Tx, caseIds: readonly string[], ground: string): Promise<readonly ClockOfCase[]> {
    const { rows } = await clientOf(tx).query<ClockOfCase>({
      name: 'emergency-clocks-to-lift',
      text: `SELECT k.id, k.case_id AS "caseId" FROM clock k WHERE k.case_id = ANY ($1::uuid[]) AND k.state = 'stopped'
        AND k.retired_at IS NULL AND EXISTS (SELECT FROM clock_entry e WHERE e.clock_id = k.id AND ${OF_GROUND})
        ORDER BY k.case_id, k.id`,
      values: [caseIds, ground],
    });
    return rows;
  }

  tellOffices(tx: Tx, tenant: string, { ground, to }: EmergencyTurn, notice: EmergencyNotice): void {
    clientOf(tx).write({
      name: 'emergency-tell-offices',
      text: `INSERT INTO notice (id, tenant, to_kind, to_id, kind, payload, created_at)
        SELECT uuidv7(), $1, 'office', t.office_id, $4, $5::jsonb || jsonb_build_object('count', count(DISTINCT k.id)),
          business_now()
        FROM clock k JOIN task t ON ${WAITS}
        WHERE k.tenant = $1 AND k.state = $3 AND k.retired_at IS NULL
          AND k.id IN (SELECT e.clock_id FROM clock_entry e WHERE ${OF_GROUND}) GROUP BY t.office_id`,
      values: [tenant, ground, to, NOTICES[to], JSON.stringify(notice)],
    });
  }

  private async one(
    tx: Tx,
    name: string,
    text: string,
    tenant: string,
    id: string,
  ): Promise<EmergencyRecord | undefined> {
    const { rows } = await clientOf(tx).query<EmergencyRow>({ name, text, values: [tenant, id] });
    return rows[0]?.emergency;
  }

  private async ids(
    tx: Tx,
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<readonly string[]> {
    const { rows } = await clientOf(tx).query<IdRow>({ name, text, values });
    return rows.map(({ id }) => id);
  }

  private async count(tx: Tx, name: string, text: string, values: readonly unknown[]): Promise<number> {
    const { rows } = await clientOf(tx).query<CountRow>({ name, text, values });
    return rows[0]?.count ?? 0;
  }
}

const byOf = (actor: Actor): readonly unknown[] => [
  actor.id,
  actor.name,
  actor.kind,
  actor.address,
  actor.correlationId,
];
