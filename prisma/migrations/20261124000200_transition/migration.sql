-- A transition locks its case and reads all it needs in one round trip. A function of its own, because the statements
-- of a volatile function each take a fresh snapshot: what the previous holder of the lock committed is seen. In a single
-- statement, FOR UPDATE would re-read the case row alone, and tasks and clocks as they were before the wait.
CREATE FUNCTION lock_case(p_case uuid, p_stimulus text) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  answer jsonb;
BEGIN
  PERFORM 1 FROM case_file WHERE id = p_case FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  SELECT jsonb_build_object(
    'id', c.id, 'tenant', c.tenant, 'caseNo', c.case_no, 'definitionId', c.definition_id, 'district', c.district,
    'title', c.title, 'state', c.state, 'data', c.data, 'version', c.version,
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

-- The next number of a series of a year, e.g. of cases or receipts.
CREATE FUNCTION next_number(p_tenant text, p_series text, p_year integer) RETURNS integer LANGUAGE sql VOLATILE AS $$
  INSERT INTO case_counter (tenant, series, year, last) VALUES (p_tenant, p_series, p_year, 1)
  ON CONFLICT (tenant, series, year) DO UPDATE SET last = case_counter.last + 1
  RETURNING last
$$;

CREATE INDEX case_file_by_parent ON case_file (parent_case) WHERE parent_case IS NOT NULL;
CREATE INDEX due_by_ref ON due (case_id, ref);

-- Case numbers come from a sequence: a counter row would make every opening wait for the one before it.
CREATE SEQUENCE case_number;
GRANT USAGE ON SEQUENCE case_number TO lianban_app;

-- A local service may issue a document in the very transition that opens the case.
ALTER TABLE document ALTER CONSTRAINT document_case_id_fkey DEFERRABLE INITIALLY DEFERRED;
