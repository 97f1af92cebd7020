import { Client } from 'pg';

export interface DeadlineLoad {
  readonly count: number;
  /** When the first of them falls due, in business time. */
  readonly from: string;
  /** Milliseconds over which they are spread; zero: all in one instant. */
  readonly spreadMs: number;
}

/**
 * Gives open tasks that `seedOpenTasks` has made, one a case, a running clock that falls due and climbs its first level
 * after the reminder: mark and level in one instant, as when a limit runs out at the close of an office day.
 */
export async function seedDeadlines(
  ownerUrl: string,
  { count, from, spreadMs }: DeadlineLoad,
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(DEADLINES, [count, from, spreadMs]);
    if (rowCount !== count)
      throw new Error(`${rowCount ?? 0} deadlines instead of ${count}: too few open cases.`);
    await client.query('VACUUM (ANALYZE) due');
    await client.query('VACUUM (ANALYZE) clock');
    await client.query('VACUUM (ANALYZE) clock_entry');
  } finally {
    await client.end();
  }
}

const DEADLINES = `
  WITH definition AS (
    SELECT k.value ->> 'id' AS clock, k.value ->> 'ladder' AS ladder, k.value ->> 'basis' AS basis,
      k.value ->> 'kind' AS kind, n.key AS node
    FROM process_definition d, jsonb_each(d.plan -> 'nodes') n, jsonb_each(d.plan -> 'clocks') k
    WHERE d.key = 'institution-filing' AND d.current AND k.value ->> 'scope' = 'unit' AND n.value -> 'clocks' ? (k.value ->> 'id')
    ORDER BY n.key LIMIT 1),
  chosen AS (
    SELECT DISTINCT ON (t.case_id) t.id, t.case_id, t.tenant, uuidv7() AS clock_id
    FROM task t JOIN case_file c ON c.id = t.case_id
    WHERE t.status = 'open' AND c.case_no LIKE 'L-%' ORDER BY t.case_id, t.id LIMIT $1),
  placed AS (
    SELECT x.*, d.*, date_trunc('milliseconds', $2::timestamptz + (row_number() OVER (ORDER BY x.case_id) - 1) * $3::float8 / $1 * interval '1 ms') AS at
    FROM chosen x, definition d),
  marked AS (
    UPDATE task t SET due_at = p.at, mark = 'none', node = p.node FROM placed p WHERE t.id = p.id),
  clocks AS (
    INSERT INTO clock (id, tenant, case_id, definition, node, name_zh, name_en, scope, kind, basis, ladder, state, started_at, due_at)
    SELECT p.clock_id, p.tenant, p.case_id, p.clock, p.node, '核验', 'check', 'unit', p.kind, p.basis, p.ladder, 'running',
      p.at - interval '3 days', p.at FROM placed p),
  ledgers AS (
    INSERT INTO clock_entry (clock_id, seq, tenant, case_id, at, entry)
    SELECT p.clock_id, 1, p.tenant, p.case_id, p.at - interval '3 days',
      jsonb_build_object('kind', 'started', 'at', p.at - interval '3 days', 'milestone', 'load', 'calendar', 'load') FROM placed p)
  INSERT INTO due (id, tenant, case_id, kind, at, ref, clock_id, payload)
  SELECT uuidv7(), p.tenant, p.case_id, 'rung', p.at, p.clock_id::text, p.clock_id, jsonb_build_object('schedule', jsonb_build_array(
    jsonb_build_object('at', to_char(p.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'kind', 'mark', 'mark', 'overdue'),
    jsonb_build_object('at', to_char(p.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'kind', 'rung', 'level', 'L1')))
  FROM placed p`;
