import { CaseRecords, type DocumentOrder, type Tx } from '@lianban/application';
import type { JsonObject } from '@lianban/kernel';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

@Injectable()
export class PgCaseRecords extends CaseRecords {
  async issueDocument(tx: Tx, order: DocumentOrder): Promise<string> {
    const { rows } = await clientOf(tx).query<{ number: string }>({
      name: 'issue-document',
      // The document refers to a case that may be new in this transaction; numbers of a series come without gaps.
      text: `WITH numbered AS (
          SELECT $6 || '〔' || y.year || '〕' || next_number($2, $6, y.year) || '号' AS number
          FROM (SELECT extract(year FROM $10::timestamptz AT TIME ZONE 'Asia/Shanghai')::integer AS year) y),
        stored AS (
          INSERT INTO document (id, tenant, case_id, institution_id, kind, number, title_zh, title_en, data, state, issued_at)
          SELECT $1, $2, $3, $4, $5, n.number, $7, $8, $9, 'rendering', $10 FROM numbered n RETURNING id, number),
        ordered AS (
          INSERT INTO outbox (id, tenant, kind, topic, case_id, payload)
          SELECT uuidv7(), $2, 'job', 'render-document', $3, jsonb_build_object('documentId', s.id) FROM stored s)
        SELECT number FROM stored`,
      values: [
        order.id,
        order.tenant,
        order.caseId,
        order.institutionId ?? null,
        order.kind,
        order.series,
        order.titleZh,
        order.titleEn,
        JSON.stringify(order.data),
        order.now,
      ],
    });
    const number = rows[0]?.number;
    if (number === undefined) throw new Error('The document got no number.');
    return number;
  }

  async tellInstitution(
    tx: Tx,
    notice: {
      readonly tenant: string;
      readonly institutionId: string;
      readonly caseId: string;
      readonly kind: string;
      readonly payload: JsonObject;
      readonly now: string;
    },
  ): Promise<void> {
    await clientOf(tx).query({
      name: 'tell-institution',
      text: `INSERT INTO notice (id, tenant, to_kind, to_id, case_id, kind, payload, created_at)
        VALUES (uuidv7(), $1, 'institution', $2, $3, $4, $5, $6)`,
      values: [
        notice.tenant,
        notice.institutionId,
        notice.caseId,
        notice.kind,
        JSON.stringify(notice.payload),
        notice.now,
      ],
    });
  }

  async isBanned(tx: Tx, tenant: string, names: readonly string[]): Promise<boolean> {
    const { rows } = await clientOf(tx).query<{ hit: boolean }>({
      name: 'is-banned',
      text: `SELECT EXISTS (SELECT FROM ban_register
        WHERE tenant = $1 AND person_name = ANY($2) AND revoked_at IS NULL) AS hit`,
      values: [tenant, names],
    });
    return rows[0]?.hit ?? false;
  }

  async followUps(tx: Tx, caseId: string, eventType: string): Promise<readonly string[]> {
    const { rows } = await clientOf(tx).query<{ definition_key: string }>({
      name: 'follow-ups',
      text: `SELECT DISTINCT definition_key FROM case_file WHERE parent_case = $1 AND starts_with(caused_by, $2)`,
      values: [caseId, `${eventType}#`],
    });
    return rows.map((row) => row.definition_key);
  }
}
