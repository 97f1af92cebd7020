-- What is open, counted: a board over a million open tasks sums some thousand counts. Every change of a task or a case
-- appends what it changes in the counts, in its own transaction and without a lock that another one waits for; the
-- worker adds the changes up. Counts and changes are read together in one snapshot, so that a board is exact whether
-- the worker runs or not.
--
-- Lateness moves with time, not with a write: tasks are counted by the eight hours in which they are due, and only those
-- of the current eight hours are looked at one by one.
CREATE TABLE open_work (
  tenant    text NOT NULL,
  district  text NOT NULL,
  -- Empty where cases are counted: no office holds a whole case.
  office_id text NOT NULL,
  -- Beginning of the eight hours; 'infinity' where no clock runs.
  due_from  timestamptz NOT NULL,
  tasks     integer NOT NULL,
  due_soon  integer NOT NULL,
  cases     integer NOT NULL,
  PRIMARY KEY (tenant, office_id, district, due_from)
) WITH (fillfactor = 70);

CREATE TABLE open_work_change (
  tenant    text NOT NULL,
  district  text NOT NULL,
  office_id text NOT NULL,
  due_from  timestamptz NOT NULL,
  tasks     integer NOT NULL,
  due_soon  integer NOT NULL,
  cases     integer NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 2000);

CREATE FUNCTION due_from(p_due timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT date_bin('8 hours', p_due, '2000-01-01T00:00:00Z')
$$;

-- By statement: a sweep of thousands appends a row a count, not a row a task.
CREATE FUNCTION note_open_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO open_work_change
      SELECT tenant, district, office_id, due_from(due_at), count(*), count(*) FILTER (WHERE mark = 'due-soon'), 0
      FROM tasks_after WHERE status = 'open' GROUP BY 1, 2, 3, 4;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO open_work_change
      SELECT tenant, district, office_id, due_from(due_at), -count(*), -count(*) FILTER (WHERE mark = 'due-soon'), 0
      FROM tasks_before WHERE status = 'open' GROUP BY 1, 2, 3, 4;
  ELSE
    INSERT INTO open_work_change
      SELECT tenant, district, office_id, due_from(due_at), sum(n), COALESCE(sum(n) FILTER (WHERE mark = 'due-soon'), 0), 0
      FROM (SELECT tenant, district, office_id, due_at, mark, 1 AS n FROM tasks_after WHERE status = 'open'
        UNION ALL SELECT tenant, district, office_id, due_at, mark, -1 FROM tasks_before WHERE status = 'open') t
      GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0 OR COALESCE(sum(n) FILTER (WHERE mark = 'due-soon'), 0) <> 0;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER open_tasks_come AFTER INSERT ON task REFERENCING NEW TABLE AS tasks_after
  FOR EACH STATEMENT EXECUTE FUNCTION note_open_tasks();
CREATE TRIGGER open_tasks_change AFTER UPDATE ON task REFERENCING OLD TABLE AS tasks_before NEW TABLE AS tasks_after
  FOR EACH STATEMENT EXECUTE FUNCTION note_open_tasks();
CREATE TRIGGER open_tasks_go AFTER DELETE ON task REFERENCING OLD TABLE AS tasks_before
  FOR EACH STATEMENT EXECUTE FUNCTION note_open_tasks();

-- By row: nearly every statement on a case leaves it open, and the condition costs no call.
CREATE FUNCTION note_open_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.status = 'open' THEN
    INSERT INTO open_work_change VALUES (OLD.tenant, OLD.district, '', 'infinity', 0, 0, -1);
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.status = 'open' THEN
    INSERT INTO open_work_change VALUES (NEW.tenant, NEW.district, '', 'infinity', 0, 0, 1);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER open_case_comes AFTER INSERT OR DELETE ON case_file FOR EACH ROW EXECUTE FUNCTION note_open_case();
CREATE TRIGGER open_case_changes AFTER UPDATE ON case_file FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.district IS DISTINCT FROM NEW.district)
  EXECUTE FUNCTION note_open_case();

INSERT INTO open_work
  SELECT tenant, district, office_id, due_from(due_at), count(*), count(*) FILTER (WHERE mark = 'due-soon'), 0
  FROM task WHERE status = 'open' GROUP BY 1, 2, 3, 4;
INSERT INTO open_work
  SELECT tenant, district, '', 'infinity', 0, 0, count(*) FROM case_file WHERE status = 'open' GROUP BY 1, 2;

-- The tasks of the current eight hours, and those of a person, are counted in the index alone.
DROP INDEX task_open_overdue;
CREATE INDEX task_open_by_due ON task (tenant, due_at, id) INCLUDE (office_id, district, mark) WHERE status = 'open';
DROP INDEX task_open_by_assignee;
CREATE INDEX task_open_by_assignee ON task (assignee, due_at, id) INCLUDE (office_id, mark)
  WHERE status = 'open' AND assignee IS NOT NULL;
