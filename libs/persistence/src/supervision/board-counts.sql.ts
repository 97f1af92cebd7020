/** Open tasks of a tenant, of one district where one is asked for. */
export const OPEN = `t.tenant = $1 AND t.status = 'open' AND ($2::text IS NULL OR t.district = $2)`;

/** A kindergarten is no care institution until education has agreed to its nursery class: nobody misses a case for it. */
export const WITHOUT_CASE = `FROM institution i WHERE i.tenant = $1 AND ($2::text IS NULL OR i.district = $2)
  AND i.kind = 'care-institution' AND NOT EXISTS
    (SELECT FROM case_file c WHERE c.tenant = i.tenant AND c.business_key = i.id::text)`;

/**
 * All numbers of a board, of one snapshot. $1 tenant, $2 district or null, $3 end of the business day. Whole spans are
 * read from the counts; only tasks of the span in which now lies, and of the one in which the day ends, are looked at.
 */
export const COUNTS = `WITH present AS (
    SELECT now, due_from(now) AS span, due_from(now) + interval '8 hours' AS next, due_from($3::timestamptz) AS last
    FROM (SELECT business_now() AS now) n),
  work AS MATERIALIZED (
    SELECT w.office_id, sum(w.tasks) AS open, sum(w.cases) AS cases, sum(w.due_soon) FILTER (WHERE w.due_from > p.span) AS soon,
      sum(w.tasks) FILTER (WHERE w.due_from < p.span) AS late,
      sum(w.tasks) FILTER (WHERE w.due_from >= p.next AND w.due_from < p.last) AS today
    FROM (SELECT tenant, district, office_id, due_from, tasks, due_soon, cases FROM open_work
      UNION ALL SELECT tenant, district, office_id, due_from, tasks, due_soon, cases FROM open_work_change) w, present p
    WHERE w.tenant = $1 AND ($2::text IS NULL OR w.district = $2) GROUP BY w.office_id),
  now_due AS MATERIALIZED (
    SELECT t.office_id, t.due_at, t.mark FROM task t
    WHERE ${OPEN} AND t.due_at >= (SELECT span FROM present) AND t.due_at < (SELECT next FROM present)),
  offices AS (
    SELECT office_id, sum(open) AS open, sum(soon) AS soon, sum(late) AS late FROM (
      SELECT office_id, open, soon, late FROM work
      UNION ALL
      SELECT d.office_id, 0, count(*) FILTER (WHERE d.mark = 'due-soon' AND d.due_at >= p.now), count(*) FILTER (WHERE d.due_at < p.now)
      FROM now_due d, present p GROUP BY d.office_id) each
    GROUP BY office_id HAVING sum(open) > 0)
  SELECT jsonb_build_object(
    'dueToday', (SELECT COALESCE(sum(today), 0) FROM work)
      + (SELECT count(*) FROM now_due d, present p WHERE d.due_at >= p.now AND d.due_at < $3::timestamptz)
      + (SELECT count(*) FROM task t WHERE ${OPEN} AND t.due_at >= (SELECT greatest(next, last) FROM present) AND t.due_at < $3::timestamptz),
    'dueSoon', (SELECT COALESCE(sum(soon), 0) FROM offices), 'overdue', (SELECT COALESCE(sum(late), 0) FROM offices),
    'paused', (SELECT count(DISTINCT k.case_id) FROM clock k JOIN case_file c ON c.id = k.case_id
      WHERE k.tenant = $1 AND k.state = 'stopped' AND c.status = 'open' AND ($2::text IS NULL OR c.district = $2)),
    'openCases', (SELECT COALESCE(sum(cases), 0) FROM work),
    'openIncidents', (SELECT count(*) FROM incident i JOIN case_file c ON c.id = i.case_id
      WHERE i.tenant = $1 AND i.resolved_at IS NULL AND ($2::text IS NULL OR c.district = $2)),
    'registrationsWithoutCase', (SELECT count(*) ${WITHOUT_CASE}),
    'byOffice', COALESCE((SELECT jsonb_agg(jsonb_build_object(
        'office', jsonb_build_object('id', w.office_id, 'name', jsonb_build_object('zh', COALESCE(f.name_zh, w.office_id), 'en', COALESCE(f.name_en, w.office_id))),
        'open', w.open, 'dueSoon', COALESCE(w.soon, 0), 'overdue', COALESCE(w.late, 0))
        ORDER BY COALESCE(w.late, 0) DESC, COALESCE(w.soon, 0) DESC, w.open DESC, w.office_id)
      FROM offices w LEFT JOIN office f ON f.id = w.office_id), '[]')) AS board`;
