import {
  CalendarStore,
  type CalendarVersion,
  type DraftContent,
  type Publication,
  type Tx,
  type VersionKey,
} from '@lianban/application';
import type { CalendarLayer, LayerName } from '@lianban/calendar';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { businessNow } from '../business-time/business-now.js';
import { clientOf } from '../transaction/pg-unit-of-work.js';

const VERSION = `jsonb_strip_nulls(jsonb_build_object('layer', c.layer, 'code', c.code, 'version', c.version,
    'state', c.state, 'effectiveFrom', c.effective_from, 'publisher', c.publisher, 'note', c.note, 'revision', c.revision,
    'publishedAt', c.published_at, 'publishedBy', c.published_by_name, 'preview', c.preview, 'operation', c.operation))
  || jsonb_build_object('document', c.document, 'body', c.body, 'inForce', EXISTS (SELECT FROM calendar_in_force f
    WHERE f.tenant = c.tenant AND f.layer = c.layer AND f.code = c.code AND f.version = c.version))`;

const TRAIL = `INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, ground, address,
  correlation_id, after)
  SELECT uuidv7(), c.tenant, business_now()`;

type VersionRow = { readonly version: CalendarVersion };

/** Actor and address, from the n-th parameter on, as {@link TRAIL} wants them. */
const trailOf = (actor: Actor): readonly unknown[] => [
  actor.kind,
  actor.id,
  actor.name,
  actor.address,
  actor.correlationId,
];

@Injectable()
export class PgCalendarStore extends CalendarStore {
  async now(tx: Tx): Promise<string> {
    return businessNow(tx);
  }

  async all(tx: Tx, tenant: string): Promise<readonly CalendarVersion[]> {
    const { rows } = await clientOf(tx).query<VersionRow>({
      name: 'calendars',
      text: `SELECT ${VERSION} AS version FROM calendar c WHERE c.tenant = $1 ORDER BY c.layer, c.code, c.version DESC`,
      values: [tenant],
    });
    return rows.map(({ version }) => version);
  }

  async version(tx: Tx, tenant: string, { layer, code, version }: VersionKey) {
    const { rows } = await clientOf(tx).query<VersionRow>({
      name: 'calendar-version',
      text: `SELECT ${VERSION} AS version FROM calendar c
        WHERE c.tenant = $1 AND c.layer = $2 AND c.code = $3 AND c.version = $4`,
      values: [tenant, layer, code, version],
    });
    return rows[0]?.version;
  }

  async holdDraft(tx: Tx, tenant: string, layer: LayerName, code: string) {
    const { rows } = await clientOf(tx).query<VersionRow>({
      name: 'hold-calendar-draft',
      text: `SELECT ${VERSION} AS version FROM calendar c
        WHERE c.tenant = $1 AND c.layer = $2 AND c.code = $3 AND c.state = 'draft' FOR UPDATE`,
      values: [tenant, layer, code],
    });
    return rows[0]?.version;
  }

  async before(tx: Tx, tenant: string, { layer, code, version }: VersionKey): Promise<number | undefined> {
    const { rows } = await clientOf(tx).query<{ readonly before: number | null }>({
      name: 'calendar-before',
      text: `SELECT max(version) AS before FROM calendar
        WHERE tenant = $1 AND layer = $2 AND code = $3 AND version < $4 AND state = 'published'`,
      values: [tenant, layer, code, version],
    });
    return rows[0]?.before ?? undefined;
  }

  async insertDraft(tx: Tx, actor: Actor, draft: DraftContent): Promise<CalendarVersion> {
    const { rows } = await clientOf(tx).query<VersionRow>({
      name: 'insert-calendar-draft',
      // The body says its own version: by it a ledger names what it was counted by.
      text: `WITH c AS (
          INSERT INTO calendar (tenant, layer, code, version, body, state, effective_from, document, publisher, note, drafted_by)
          SELECT $1, $2, $3, n.version, $4::jsonb || jsonb_build_object('version', n.version), 'draft', $5, $6, $7, $8, $10
          FROM (SELECT COALESCE(max(version), 0) + 1 AS version FROM calendar WHERE tenant = $1 AND layer = $2 AND code = $3) n
          RETURNING *),
        trail AS (${TRAIL}, 'calendar.drafted', $9, $10, $11, 'calendar', c.code || '@' || c.version, NULL, $12, $13, c.body FROM c)
        SELECT ${VERSION} AS version FROM c`,
      values: [...contentOf(actor, draft), ...trailOf(actor)],
    });
    return only(rows);
  }

  async replaceDraft(tx: Tx, actor: Actor, draft: DraftContent): Promise<CalendarVersion> {
    const { rows } = await clientOf(tx).query<VersionRow>({
      name: 'replace-calendar-draft',
      text: `WITH c AS (
          UPDATE calendar SET body = $4::jsonb || jsonb_build_object('version', version), effective_from = $5, document = $6,
            publisher = $7, note = $8, revision = revision + 1, preview = NULL, drafted_by = $10
          WHERE tenant = $1 AND layer = $2 AND code = $3 AND state = 'draft' RETURNING *),
        trail AS (${TRAIL}, 'calendar.drafted', $9, $10, $11, 'calendar', c.code || '@' || c.version, NULL, $12, $13, c.body FROM c)
        SELECT ${VERSION} AS version FROM c`,
      values: [...contentOf(actor, draft), ...trailOf(actor)],
    });
    return only(rows);
  }

  dropDraft(tx: Tx, actor: Actor, layer: LayerName, code: string): Promise<void> {
    clientOf(tx).write({
      name: 'drop-calendar-draft',
      text: `WITH c AS (DELETE FROM calendar WHERE tenant = $1 AND layer = $2 AND code = $3 AND state = 'draft' RETURNING *)
        ${TRAIL}, 'calendar.draft-dropped', $4, $5, $6, 'calendar', c.code || '@' || c.version, NULL, $7, $8, c.body FROM c`,
      values: [actor.tenant, layer, code, ...trailOf(actor)],
    });
    return Promise.resolve();
  }

  notePreview(
    tx: Tx,
    tenant: string,
    { layer, code, version }: VersionKey,
    operation: string,
  ): Promise<void> {
    clientOf(tx).write({
      name: 'note-calendar-preview',
      text: `UPDATE calendar SET preview = $5 WHERE tenant = $1 AND layer = $2 AND code = $3 AND version = $4`,
      values: [tenant, layer, code, version, operation],
    });
    return Promise.resolve();
  }

  publish(tx: Tx, actor: Actor, { key, reason, operation }: Publication): Promise<void> {
    clientOf(tx).write({
      name: 'publish-calendar',
      text: `WITH c AS (
          UPDATE calendar SET state = 'published', published_at = business_now(), published_by = $6, published_by_name = $7,
            operation = $11
          WHERE tenant = $1 AND layer = $2 AND code = $3 AND version = $4 RETURNING *)
        ${TRAIL}, 'calendar.published', $5, $6, $7, 'calendar', c.code || '@' || c.version, $10, $8, $9,
          jsonb_build_object('effectiveFrom', c.effective_from, 'document', c.document, 'draftedBy', c.drafted_by,
            'operation', c.operation) FROM c`,
      values: [actor.tenant, key.layer, key.code, key.version, ...trailOf(actor), reason, operation],
    });
    return Promise.resolve();
  }

  async layersWith(
    tx: Tx,
    tenant: string,
    instead: Omit<VersionKey, 'version'> & { readonly version?: number },
  ): Promise<readonly CalendarLayer[]> {
    const { rows } = await clientOf(tx).query<{ readonly body: CalendarLayer }>({
      name: 'calendar-layers-with',
      text: `SELECT body FROM (
          SELECT layer, code, body FROM calendar_in_force WHERE tenant = $1 AND (layer, code) <> ($2, $3)
          UNION ALL
          SELECT layer, code, body FROM calendar WHERE tenant = $1 AND layer = $2 AND code = $3 AND version = $4) c
        ORDER BY array_position(ARRAY['national', 'province', 'city', 'county', 'office'], layer), code`,
      values: [tenant, instead.layer, instead.code, instead.version],
    });
    return rows.map(({ body }) => body);
  }
}

const contentOf = (actor: Actor, draft: DraftContent): readonly unknown[] => [
  actor.tenant,
  draft.layer,
  draft.code,
  JSON.stringify(draft.body),
  draft.effectiveFrom,
  JSON.stringify(draft.document),
  draft.publisher,
  draft.note,
];

const only = (rows: readonly VersionRow[]): CalendarVersion => {
  const [row] = rows;
  if (!row) throw new Error('The draft is not there to be written.');
  return row.version;
};
