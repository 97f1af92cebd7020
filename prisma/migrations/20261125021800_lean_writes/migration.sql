-- What a transition writes goes to disk twice: into the log and into its table. Answers and schedules are repetitive
-- JSON of about a kilobyte; compressed in their row they are half of it, and nobody searches them.
ALTER TABLE idempotency SET (toast_tuple_target = 128);
ALTER TABLE idempotency ALTER COLUMN response SET STORAGE MAIN;
ALTER TABLE due SET (toast_tuple_target = 128);
ALTER TABLE due ALTER COLUMN payload SET STORAGE MAIN;

-- due_by_ref begins with the case, too.
DROP INDEX due_by_case;

-- Case data one row a name: a step writes what it changed, never the whole dossier again.
CREATE TABLE case_datum (
  case_id uuid NOT NULL REFERENCES case_file (id),
  name    text NOT NULL,
  tenant  text NOT NULL,
  value   jsonb NOT NULL,
  PRIMARY KEY (case_id, name)
);
INSERT INTO case_datum (case_id, name, tenant, value)
  SELECT c.id, d.key, c.tenant, d.value FROM case_file c, jsonb_each(c.data) d;
ALTER TABLE case_file DROP COLUMN data;

CREATE FUNCTION case_data(p_case uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT COALESCE(jsonb_object_agg(name, value), '{}') FROM case_datum WHERE case_id = p_case
$$;

CREATE OR REPLACE FUNCTION lock_case(p_case uuid, p_stimulus text) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  answer jsonb;
BEGIN
  PERFORM 1 FROM case_file WHERE id = p_case FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT jsonb_build_object(
    'id', c.id, 'tenant', c.tenant, 'caseNo', c.case_no, 'definitionId', c.definition_id, 'district', c.district,
    'title', c.title, 'state', c.state, 'data', case_data(c.id), 'version', c.version,
    -- Time is read after the lock and never runs backwards within a case.
    'now', to_char(greatest(business_now(), c.last_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'applied', EXISTS (SELECT FROM stimulus s WHERE s.case_id = c.id AND s.id = p_stimulus),
    'tasks', COALESCE((
      SELECT jsonb_agg(jsonb_build_object('id', t.id, 'token', t.token, 'node', t.node, 'officeId', t.office_id,
                                          'assignee', t.assignee, 'version', t.version) ORDER BY t.id)
      FROM task t WHERE t.case_id = c.id AND t.status = 'open'), '[]'),
    'clocks', COALESCE((
      SELECT jsonb_agg(jsonb_build_object('id', k.id, 'definitionId', k.definition, 'node', k.node,
        'ledger', (SELECT jsonb_agg(e.entry ORDER BY e.seq) FROM clock_entry e WHERE e.clock_id = k.id),
        'fired', COALESCE((SELECT jsonb_agg(f.level) FROM ladder_firing f WHERE f.clock_id = k.id), '[]')) ORDER BY k.id)
      FROM clock k WHERE k.case_id = c.id), '[]'))
  INTO answer FROM case_file c WHERE c.id = p_case;
  RETURN answer;
END
$$;
