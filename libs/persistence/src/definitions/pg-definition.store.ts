import {
  DefinitionStore,
  type EventSchema,
  type NewDefinition,
  type PublishedDefinition,
  type StartSubscription,
  type Tx,
} from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { businessNow } from '../business-time/business-now.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';
import { SidePool } from '../transaction/side-pool.js';

const DEFINITION = `id, tenant, key, version, jsonb_build_object('zh', name_zh, 'en', name_en) AS name, plan,
  plan_hash AS "planHash", forms, decisions, parameters`;

@Injectable()
export class PgDefinitionStore extends DefinitionStore {
  constructor(private readonly pool: SidePool) {
    super();
  }

  async find(id: string): Promise<PublishedDefinition | undefined> {
    const { rows } = await this.pool.query<PublishedDefinition>(
      `SELECT ${DEFINITION} FROM process_definition WHERE id = $1`,
      [id],
    );
    return rows[0];
  }

  async callable(
    tenant: string,
    keys: readonly string[],
    versions: readonly number[],
  ): Promise<readonly (PublishedDefinition & { current: boolean })[]> {
    if (keys.length === 0) return [];
    const { rows } = await this.pool.query<PublishedDefinition & { current: boolean }>(
      `SELECT ${DEFINITION}, current FROM process_definition
       WHERE tenant = $1 AND key = ANY ($2::text[]) AND (current OR version = ANY ($3::integer[]))`,
      [tenant, keys, versions],
    );
    return rows;
  }

  async currentId(tenant: string, key: string): Promise<string | undefined> {
    const { rows } = await this.pool.query<{ id: string }>({
      name: 'current-definition',
      text: 'SELECT id FROM process_definition WHERE tenant = $1 AND key = $2 AND current',
      values: [tenant, key],
    });
    return rows[0]?.id;
  }

  async startsOn(tenant: string, message: string): Promise<readonly StartSubscription[]> {
    const { rows } = await this.pool.query<StartSubscription>({
      name: 'starts-on',
      text: `SELECT s.definition_id AS "definitionId", d.key AS "definitionKey", s.start_event AS "startEvent"
        FROM start_subscription s JOIN process_definition d ON d.id = s.definition_id AND d.current
        WHERE s.tenant = $1 AND s.message = $2 ORDER BY d.key, s.start_event`,
      values: [tenant, message],
    });
    return rows;
  }

  async eventSchemas(tenant: string): Promise<readonly EventSchema[]> {
    const { rows } = await this.pool.query<EventSchema>(
      'SELECT type, schema FROM event_schema WHERE tenant = $1',
      [tenant],
    );
    return rows;
  }

  async begin(tx: Tx, tenant: string, key: string): Promise<string> {
    await clientOf(tx).query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tenant} ${key}`]);
    // The time is read after the lock.
    return businessNow(tx);
  }

  async publish(tx: Tx, definition: NewDefinition): Promise<{ id: string; version: number }> {
    const client = clientOf(tx);
    const forms = JSON.stringify(definition.forms);
    const parameters = JSON.stringify(definition.parameters);
    const decisions = JSON.stringify(definition.decisions);
    const same = await client.query<{ id: string; version: number }>(
      `SELECT id, version FROM process_definition
       WHERE tenant = $1 AND key = $2 AND current AND plan_hash = $3 AND forms = $4::jsonb AND parameters = $5::jsonb AND xml = $6 AND decisions = $7::jsonb`,
      [definition.tenant, definition.key, definition.planHash, forms, parameters, definition.xml, decisions],
    );
    const [known] = same.rows;
    if (known) return known;
    await client.query(
      'UPDATE process_definition SET current = false WHERE tenant = $1 AND key = $2 AND current',
      [definition.tenant, definition.key],
    );
    const { rows } = await client.query<{ id: string; version: number }>(
      `INSERT INTO process_definition (id, tenant, key, version, pack, name_zh, name_en, complete, incomplete_note, plan,
         plan_hash, xml, forms, parameters, current, published_at, published_by, decisions)
       SELECT uuidv7(), $1, $2, COALESCE((SELECT max(version) FROM process_definition WHERE tenant = $1 AND key = $2), 0) + 1,
         $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, true, business_now(), $13, $14
       RETURNING id, version`,
      [
        definition.tenant,
        definition.key,
        definition.pack,
        definition.name.zh,
        definition.name.en,
        definition.complete,
        definition.incompleteNote ? JSON.stringify(definition.incompleteNote) : null,
        JSON.stringify(definition.plan),
        definition.planHash,
        definition.xml,
        forms,
        parameters,
        definition.publishedBy,
        decisions,
      ],
    );
    const [published] = rows;
    if (!published) throw new Error('The definition was not stored.');
    await client.query(
      `INSERT INTO start_subscription (definition_id, tenant, message, start_event)
       SELECT $1, $2, r.message, r."startEvent" FROM jsonb_to_recordset($3::jsonb) AS r(message text, "startEvent" text)`,
      [published.id, definition.tenant, JSON.stringify(definition.startMessages)],
    );
    await client.query(
      `DELETE FROM due d USING process_definition p
       WHERE d.definition_id = p.id AND p.tenant = $1 AND p.key = $2 AND d.definition_id IS NOT NULL`,
      [definition.tenant, definition.key],
    );
    await client.query(
      `INSERT INTO due (id, tenant, definition_id, kind, at, ref, payload)
       SELECT uuidv7(), $2, $1, 'start', r.at, r.ref, r.payload
       FROM jsonb_to_recordset($3::jsonb) AS r(at timestamptz, ref text, payload jsonb)`,
      [published.id, definition.tenant, JSON.stringify(definition.starts)],
    );
    return published;
  }
}
