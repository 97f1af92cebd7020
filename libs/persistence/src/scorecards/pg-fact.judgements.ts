import { FactJudgements, type FactToJudge, type Tx } from '@lianban/application';
import { Injectable } from '@nestjs/common';
import { clientOf } from '../transaction/pg-unit-of-work.js';

/** A row of the trail about the fact `f`, by the person $2. */
const trail = (act: string, ground: string, after: string): string => `
  INSERT INTO audit (id, tenant, at, act, actor_kind, actor_id, actor_name, office_id, case_id, object_kind, object_id, ground, after)
  SELECT uuidv7(), f.tenant, business_now(), '${act}', 'person', u.id::text, u.name_zh, f.office_id, f.case_id,
    'work-fact', f.id::text, ${ground}, ${after}
  FROM f JOIN app_user u ON u.id = $2`;

@Injectable()
export class PgFactJudgements extends FactJudgements {
  async factToJudge(tx: Tx, tenant: string, factId: string): Promise<FactToJudge | undefined> {
    const client = clientOf(tx);
    // Who is second sees what the first has decided; the app may not lock a row that it may not change.
    await client.query({
      name: 'judge-fact-alone',
      text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
      values: [`work-fact:${factId}`],
    });
    const { rows } = await client.query<{ fact: FactToJudge }>({
      name: 'fact-to-judge',
      text: `SELECT jsonb_strip_nulls(jsonb_build_object('id', f.id, 'officeId', f.office_id,
          'concluded', COALESCE((SELECT jsonb_agg(c.kind) FROM fact_conclusion c WHERE c.fact_id = f.id), '[]'),
          'objection', (SELECT jsonb_build_object('id', o.id, 'isOpen', o.answered_at IS NULL)
            FROM scorecard_objection o WHERE o.fact_id = f.id))) AS fact
        FROM work_fact f WHERE f.id = $1 AND f.tenant = $2`,
      values: [factId, tenant],
    });
    return rows[0]?.fact;
  }

  async conclude(
    tx: Tx,
    { id, factId, kind, reason, by }: Parameters<FactJudgements['conclude']>[1],
  ): Promise<void> {
    await clientOf(tx).query({
      name: 'conclude-fact',
      text: `WITH f AS (SELECT * FROM work_fact WHERE id = $3),
        concluded AS (
          INSERT INTO fact_conclusion (id, tenant, fact_id, kind, reason, decided_by) SELECT $1, f.tenant, f.id, $4, $5, $2 FROM f)
        ${trail('fact.concluded', '$5', `jsonb_build_object('conclusion', $4::text)`)}`,
      values: [id, by, factId, kind, reason],
    });
  }

  async object(tx: Tx, { id, factId, reason, by }: Parameters<FactJudgements['object']>[1]): Promise<void> {
    await clientOf(tx).query({
      name: 'object-to-fact',
      text: `WITH f AS (SELECT * FROM work_fact WHERE id = $3),
        raised AS (
          INSERT INTO scorecard_objection (id, tenant, fact_id, office_id, reason, raised_by)
          SELECT $1, f.tenant, f.id, f.office_id, $4, $2 FROM f)
        ${trail('fact.objected', '$4', 'NULL')}`,
      values: [id, by, factId, reason],
    });
  }

  async answer(
    tx: Tx,
    { objectionId, conclusion, answer, by }: Parameters<FactJudgements['answer']>[1],
  ): Promise<void> {
    await clientOf(tx).query({
      name: 'answer-objection',
      text: `WITH o AS (
          UPDATE scorecard_objection SET conclusion = $3, answer = $4, answered_by = $2, answered_at = business_now()
          WHERE id = $1 RETURNING fact_id),
        f AS (SELECT f.* FROM work_fact f JOIN o ON o.fact_id = f.id)
        ${trail('objection.answered', '$4', `jsonb_build_object('conclusion', $3::text)`)}`,
      values: [objectionId, by, conclusion, answer],
    });
  }
}
