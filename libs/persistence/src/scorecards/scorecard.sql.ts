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

export const NAME = (alias: string, id: string): string =>
  `jsonb_build_object('zh', COALESCE(${alias}.name_zh, ${id}), 'en', COALESCE(${alias}.name_en, ${id}))`;
