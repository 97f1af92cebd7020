import { DocumentStore, type IssuedDocument } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';

@Injectable()
export class PgDocumentStore extends DocumentStore {
  constructor(private readonly pool: Pool) {
    super();
  }

  async find(id: string): Promise<IssuedDocument | undefined> {
    const { rows } = await this.pool.query<Omit<IssuedDocument, 'issuedAt'> & { readonly issuedAt: Date }>(
      `SELECT d.id, d.kind, d.number, jsonb_build_object('zh', d.title_zh, 'en', d.title_en) AS title, d.data,
         d.issued_at AS "issuedAt", d.state, COALESCE(d.data ->> 'addressee', i.name_zh, c.title) AS institution,
         (SELECT jsonb_build_object('body', t.body, 'article', t.article) FROM document_template t
           WHERE t.tenant = d.tenant AND t.kind = d.kind AND t.published_at <= d.issued_at
           ORDER BY t.version DESC LIMIT 1) AS template,
         -- Who issues: the office that answers for filing in the district of the case.
         COALESCE(d.data ->> 'issuer', (SELECT o.name_zh FROM routing_override r JOIN office o ON o.id = r.office_id
             WHERE r.tenant = d.tenant AND r.district = c.district AND r.department = 'health' AND r.function = 'application-filing'),
           (SELECT o.name_zh FROM office o
             WHERE o.tenant = d.tenant AND o.district = c.district AND o.department = 'health' AND o.function = 'application-filing'),
           '') AS office
       FROM document d JOIN case_file c ON c.id = d.case_id LEFT JOIN institution i ON i.id = d.institution_id
       WHERE d.id = $1`,
      [id],
    );
    const [row] = rows;
    return row && { ...row, issuedAt: row.issuedAt.toISOString() };
  }

  async ready(id: string, sha256: string): Promise<void> {
    await this.pool.query(`UPDATE document SET state = 'ready', sha256 = $2 WHERE id = $1`, [id, sha256]);
  }
}
