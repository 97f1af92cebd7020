import { type DocumentTemplate, DocumentTemplates, type Tx } from '@lianban/application';
import type { DocumentTemplateView } from '@lianban/contracts';
import type { Actor } from '@lianban/domain';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgDocumentTemplates extends DocumentTemplates {
  async inForce(tx: Tx, tenant: string, kind: string): Promise<DocumentTemplate | undefined> {
    const { rows } = await clientOf(tx).query<DocumentTemplate>({
      name: 'template-in-force',
      text: `SELECT version, body, article FROM document_template
        WHERE tenant = $1 AND kind = $2 AND published_at <= business_now() ORDER BY version DESC LIMIT 1`,
      values: [tenant, kind],
    });
    return rows[0];
  }

  async all(tx: Tx, tenant: string): Promise<readonly Omit<DocumentTemplateView, 'placeholders'>[]> {
    const { rows } = await clientOf(tx).query<
      Omit<DocumentTemplateView, 'placeholders' | 'publishedAt'> & { readonly publishedAt: Date | null }
    >({
      name: 'templates',
      text: `SELECT DISTINCT ON (kind) kind, version, body, article, NULLIF(published_at, '-infinity') AS "publishedAt"
        FROM document_template WHERE tenant = $1 ORDER BY kind, version DESC`,
      values: [tenant],
    });
    return rows.map(({ publishedAt, ...template }) =>
      publishedAt === null ? template : { ...template, publishedAt: publishedAt.toISOString() },
    );
  }

  async publish(
    tx: Tx,
    actor: Actor,
    kind: string,
    { version, body, article }: DocumentTemplate,
  ): Promise<boolean> {
    const { rowCount } = await clientOf(tx).query({
      name: 'publish-template',
      text: `WITH added AS (
          INSERT INTO document_template (tenant, kind, version, body, article, published_at, published_by)
          SELECT $1, $2, $3, $4, $5, business_now(), $6
          WHERE $3 = 1 + COALESCE((SELECT max(version) FROM document_template WHERE tenant = $1 AND kind = $2), 0)
          ON CONFLICT DO NOTHING RETURNING *),
        trail AS (
          INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, address, correlation_id, after)
          SELECT uuidv7(), a.tenant, a.published_at, 'template.published', 'person', $6::text, $7, 'template',
            a.kind || '@' || a.version, $8, $9, jsonb_build_object('body', a.body, 'article', a.article) FROM added a)
        SELECT 1 FROM added`,
      values: [
        actor.tenant,
        kind,
        version,
        body,
        article,
        actor.id,
        actor.name,
        actor.address ?? null,
        actor.correlationId ?? null,
      ],
    });
    return rowCount === 1;
  }
}
