import { Client } from 'pg';

export interface TaskLoad {
  /** Open tasks; there are half as many completed ones. */
  readonly open: number;
}

/**
 * Fills a seeded database with tasks as a large city has them, set by set: offices of very different size (the largest
 * holds about a twentieth), a tenth overdue, a third due within four working days, a tenth without a clock, four in ten
 * claimed. Needs the owner; takes about a second for 20,000 tasks. Only what lists and boards read is real: the cases
 * have no tokens and cannot move.
 */
export async function seedOpenTasks(ownerUrl: string, { open }: TaskLoad): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // The same tasks each time, so that counts can be compared.
    await client.query('SELECT setseed(0.5)');
    await client.query(CASES, [Math.ceil(open / 4)]);
    await client.query(TASKS, [open, 'open']);
    await client.query(TASKS, [Math.ceil(open / 2), 'completed']);
    await client.query('VACUUM (ANALYZE) task');
    await client.query('VACUUM (ANALYZE) case_file');
  } finally {
    await client.end();
  }
}

const CASES = `
  INSERT INTO case_file (id, tenant, case_no, definition_id, definition_key, district, title, state, status, opened_at, last_at)
  SELECT uuidv7(), d.tenant, 'L-' || lpad(n::text, 8, '0'), d.id, d.key, w.codes[1 + n % cardinality(w.codes)],
    (ARRAY['蓝天', '海星', '小橡树', '启明', '向日葵', '千岛', '白泉', '沈家门'])[1 + n % 8] || '托育园' || n, '{}', 'open',
    business_now() - random() * interval '200 days', business_now()
  FROM generate_series(1, $1::integer) AS n, process_definition d, (SELECT array_agg(code ORDER BY code) AS codes FROM district) w
  WHERE d.key = 'institution-filing' AND d.current`;

/** Square roots and cubes of a random number make few large offices and many small ones. */
const TASKS = `
  WITH offices AS (SELECT array_agg(id ORDER BY md5(id)) AS ids FROM office),
    people AS (SELECT p.office_id, array_agg(p.user_id ORDER BY p.user_id) AS ids FROM user_post p GROUP BY p.office_id),
    cases AS (SELECT id, case_no, title, definition_key, tenant, row_number() OVER (ORDER BY case_no) - 1 AS place
      FROM case_file WHERE case_no LIKE 'L-%'),
    drawn AS MATERIALIZED (
      SELECT n, random() AS claimed, random() AS clock, business_now() AS now,
        1 + floor(cardinality(o.ids) * power(random(), 2))::integer AS office, random() * interval '1 day' AS spread
      FROM generate_series(1, $1::integer) AS n, offices o)
  INSERT INTO task (id, tenant, case_id, case_no, case_title, definition_key, token, node, step_no, name_zh, name_en, office_id,
    department, district, status, assignee, claimed_at, created_at, closed_at, closed_by, outcome, due_at, mark, routed_by)
  SELECT uuidv7(), c.tenant, c.id, c.case_no, c.title, c.definition_key, $2 || n, 'step_6', '6', '核验材料',
    'Verify the materials', f.id, f.department, f.district, $2,
    CASE WHEN claimed < 0.4 THEN p.ids[1 + n % cardinality(p.ids)] END, CASE WHEN claimed < 0.4 AND p.ids IS NOT NULL THEN now - spread END,
    now - interval '3 days' - spread, CASE WHEN $2 = 'completed' THEN now - spread * 100 END,
    CASE WHEN $2 = 'completed' THEN p.ids[1 + n % cardinality(p.ids)] END, CASE WHEN $2 = 'completed' THEN 'verified' END,
    CASE WHEN clock < 0.1 THEN now - spread * 30 WHEN clock < 0.45 THEN now + spread * 4 WHEN clock < 0.9 THEN now + spread * 60
      ELSE 'infinity' END,
    CASE WHEN clock < 0.1 THEN 'overdue' WHEN clock < 0.35 THEN 'due-soon' WHEN clock < 0.93 THEN 'none' ELSE 'paused' END, '{}'
  FROM drawn CROSS JOIN offices o
    JOIN LATERAL (SELECT id, department, district FROM office WHERE id = o.ids[drawn.office]) f ON true
    LEFT JOIN people p ON p.office_id = f.id
    JOIN cases c ON c.place = n % (SELECT count(*) FROM cases)`;
