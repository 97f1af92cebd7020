import type { ScorecardGroup } from '@lianban/contracts';

/** What a group is keyed by, and the table that names it. */
export const GROUPS: Readonly<Record<ScorecardGroup, { readonly key: string; readonly names: string }>> = {
  office: { key: 'f.office_id', names: 'SELECT id AS key, name_zh, name_en FROM office' },
  department: { key: 'f.department', names: 'SELECT code AS key, name_zh, name_en FROM department' },
  district: { key: 'f.district', names: 'SELECT code AS key, name_zh, name_en FROM district' },
  process: {
    key: 'f.definition_key',
    names:
      'SELECT DISTINCT ON (key) key, name_zh, name_en FROM process_definition ORDER BY key, version DESC',
  },
  person: { key: 'f.person::text', names: 'SELECT id::text AS key, name_zh, name_en FROM app_user' },
};

/** Conclusions about the fact `f` until an instant. */
export const concludedUntil = (instant: string): string => `LEFT JOIN LATERAL (
    SELECT COALESCE(bool_or(c.kind = 'excluded'), false) AS excluded, COALESCE(bool_or(c.kind = 'exempt'), false) AS exempt
    FROM fact_conclusion c WHERE c.fact_id = f.id AND c.decided_at <= ${instant}) x ON true`;

/** Sums over facts with what was concluded about them (`excluded`, `exempt`). */
export const SUMS = {
  completed: 'count(*) FILTER (WHERE NOT excluded)',
  late: 'count(*) FILTER (WHERE NOT excluded AND is_late AND NOT exempt)',
  lateOwn: 'count(*) FILTER (WHERE NOT excluded AND is_late_own AND NOT exempt)',
  meanHours: 'round((COALESCE(avg(minutes) FILTER (WHERE NOT excluded), 0) / 60)::numeric, 1)',
} as const;

/**
 * Papers served on units in the month $2 and what became of them, as it was recorded until $5; filters as for facts. Steps
 * of a paper are only ever added, so a frozen month keeps its figures.
 */
export const ORDERS_SERVED = (key: string): string => `SELECT ${key} AS key, count(*) AS orders,
    count(*) FILTER (WHERE EXISTS (SELECT FROM supervision_order_step a
      WHERE a.order_id = f.order_id AND a.act = 'answer' AND a.recorded_at <= $5)) AS answers,
    count(*) FILTER (WHERE EXISTS (SELECT FROM supervision_order_step a
      WHERE a.order_id = f.order_id AND a.act = 'overdue' AND a.recorded_at <= $5)) AS answers_late
  FROM (SELECT s.order_id, o.id AS office_id, o.department, o.district, c.definition_key, NULL::uuid AS person
    FROM supervision_order_step s JOIN supervision_order p ON p.id = s.order_id JOIN office o ON o.id = p.office_id
      JOIN case_file c ON c.id = p.case_id
    WHERE s.act = 'serve' AND s.at >= ($2 || '-01')::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND s.at < (($2 || '-01')::timestamp + interval '1 month') AT TIME ZONE 'Asia/Shanghai'
      AND s.recorded_at <= $5 AND p.tenant = $1 AND ($3::text IS NULL OR o.id = $3) AND ($4::text IS NULL OR o.district = $4)) f
  WHERE ${key} IS NOT NULL GROUP BY 1`;

export const NAME = (alias: string, id: string): string =>
  `jsonb_build_object('zh', COALESCE(${alias}.name_zh, ${id}), 'en', COALESCE(${alias}.name_en, ${id}))`;
