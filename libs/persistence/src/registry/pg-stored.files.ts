import { Injectable } from '@nestjs/common';
import { StoredFiles, type StoredFile, type Tx } from '@lianban/application';
import type { Actor } from '@lianban/domain';
import { clientOf } from '../transaction/pg-unit-of-work.js';

const mostFiles = 200;

interface FileRow {
  id: string;
  institution_id: string;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
}

const storedFile = (row: FileRow): StoredFile => ({
  id: row.id,
  institutionId: row.institution_id,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  sha256: row.sha256,
});

/** One's own; or of an institution in whose case one's office takes part; supervisors and administrators: all. */
const mayRead = `
  (t.institution_id = $3 OR $4 && ARRAY['admin', 'supervisor'] OR EXISTS (
    SELECT FROM case_file c JOIN task k ON k.case_id = c.id
     WHERE c.tenant = t.tenant AND c.business_key = t.institution_id::text AND k.office_id = ANY ($5)))`;

@Injectable()
export class PgStoredFiles extends StoredFiles {
  async add(tx: Tx, actor: Actor, file: StoredFile): Promise<boolean> {
    const done = await clientOf(tx).query(
      `WITH it AS (
         INSERT INTO stored_file (id, tenant, institution_id, name, media_type, size, sha256, uploaded_by, uploaded_at)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, business_now()
          WHERE (SELECT count(*) FROM stored_file WHERE institution_id = $3) < ${mostFiles}
         RETURNING id, tenant, uploaded_at, sha256
       )
       INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, object_kind, object_id, address, correlation_id, after)
       SELECT uuidv7(), tenant, uploaded_at, 'file.uploaded', $9, $8, $10, 'file', id::text, $11, $12,
              jsonb_build_object('sha256', sha256) FROM it`,
      [
        file.id,
        actor.tenant,
        file.institutionId,
        file.name,
        file.mediaType,
        file.size,
        file.sha256,
        actor.id,
        actor.kind,
        actor.name,
        actor.address ?? null,
        actor.correlationId ?? null,
      ],
    );
    return done.rowCount === 1;
  }

  async ofInstitution(tx: Tx, institutionId: string, ids: readonly string[]): Promise<readonly StoredFile[]> {
    if (ids.length === 0) return [];
    const { rows } = await clientOf(tx).query<FileRow>(
      'SELECT * FROM stored_file WHERE institution_id = $1 AND id = ANY ($2)',
      [institutionId, ids],
    );
    return rows.map(storedFile);
  }

  async readable(tx: Tx, actor: Actor, id: string): Promise<StoredFile | undefined> {
    const { rows } = await clientOf(tx).query<FileRow>(
      `SELECT t.* FROM stored_file t WHERE t.tenant = $1 AND t.id = $2 AND ${mayRead}`,
      [actor.tenant, id, actor.institutionId ?? null, actor.roles, actor.officeIds],
    );
    return rows[0] && storedFile(rows[0]);
  }

  async readableDocument(tx: Tx, actor: Actor, id: string): Promise<{ readonly name: string } | undefined> {
    const { rows } = await clientOf(tx).query<{ name: string }>(
      `SELECT t.title_zh || ' ' || t.number AS name FROM document t
        WHERE t.tenant = $1 AND t.id = $2 AND (${mayRead} OR EXISTS (
          SELECT FROM supervision_order o WHERE o.document_id = t.id AND o.office_id = ANY ($5)
            AND o.state NOT IN ('drafted', 'withdrawn', 'issued')))`,
      [actor.tenant, id, actor.institutionId ?? null, actor.roles, actor.officeIds],
    );
    return rows[0];
  }
}
