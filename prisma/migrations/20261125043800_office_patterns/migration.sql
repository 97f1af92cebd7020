-- What authorities do to a running case: return, take back, countersign, suspend, operate, migrate. See docs/guides/process.md.

-- 暂停办理: nothing moves until it is lifted. One row a suspension, so that the file still tells of it afterwards; few
-- cases are suspended, so a list asks this small table and no case for it.
CREATE TABLE suspension (
  id      uuid PRIMARY KEY,
  tenant  text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  ground  text NOT NULL,
  reason  text NOT NULL,
  by_id   uuid NOT NULL,
  since   timestamptz NOT NULL,
  until   timestamptz CHECK (until >= since)
);
CREATE UNIQUE INDEX suspension_now ON suspension (case_id) WHERE until IS NULL;
CREATE INDEX suspension_by_case ON suspension (case_id, since);

-- A countersigned task: which of its activity's instances, and for whom. A task that came back: why, and where to go on.
ALTER TABLE task ADD COLUMN instance jsonb, ADD COLUMN returned jsonb;

-- A clock that was closed by a return stays in the file, beside the one that started anew: only one of a definition runs.
ALTER TABLE clock ADD COLUMN retired_at timestamptz;
ALTER TABLE clock DROP CONSTRAINT clock_case_id_definition_key;
ALTER TABLE clock ADD CONSTRAINT clock_of_case UNIQUE NULLS NOT DISTINCT (case_id, definition, retired_at);
ALTER TABLE clock DROP CONSTRAINT clock_state_check;
ALTER TABLE clock ADD CONSTRAINT clock_state_check CHECK (state IN ('running', 'stopped', 'met', 'cancelled', 'closed'));

-- Held: does not fire while its case is suspended.
ALTER TABLE due DROP CONSTRAINT due_state_check;
ALTER TABLE due ADD CONSTRAINT due_state_check CHECK (state IN ('pending', 'held', 'fired', 'void'));
-- Held: answered while its case was suspended; the case hears of it when it goes on.
ALTER TABLE effect DROP CONSTRAINT effect_state_check;
ALTER TABLE effect ADD CONSTRAINT effect_state_check CHECK (state IN ('open', 'held', 'done', 'cancelled', 'incident'));
CREATE INDEX effect_held ON effect (case_id) WHERE state = 'held';

-- Which open case waits for a signal at this moment (BPMN 2.0.2 §10.5.5): it reaches every one of the tenant.
CREATE TABLE signal_wait (
  tenant  text NOT NULL,
  signal  text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  wait    text NOT NULL,
  PRIMARY KEY (tenant, signal, case_id, wait)
);
CREATE INDEX signal_wait_by_case ON signal_wait (case_id);

-- Cases of one version, in an order that a migration can walk.
CREATE INDEX case_file_open_by_definition ON case_file (definition_id, id) WHERE status = 'open';

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
      FROM clock k WHERE k.case_id = c.id AND k.retired_at IS NULL), '[]'))
  INTO answer FROM case_file c WHERE c.id = p_case;
  RETURN answer;
END
$$;
