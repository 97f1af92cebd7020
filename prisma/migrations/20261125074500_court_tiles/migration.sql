-- 当前责任方: the intervals of an obligation tile. Each begins where the one before ended, and what has ended stays as it
-- was. Checked at commit, as one statement closes an interval and opens the next; an exclusion constraint would say the
-- same with an index of its own on the hottest table.
CREATE FUNCTION court_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM court_interval b
    WHERE b.case_id = NEW.case_id AND b.obligation = NEW.obligation AND b.seq = NEW.seq - 1 AND b.to_at = NEW.from_at
  ) THEN
    RAISE EXCEPTION 'Interval % of obligation % in case % does not begin where the one before ended.',
      NEW.seq, NEW.obligation, NEW.case_id USING ERRCODE = 'check_violation', CONSTRAINT = 'court_follows';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER court_follows AFTER INSERT ON court_interval
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.seq > 1) EXECUTE FUNCTION court_follows();

CREATE FUNCTION court_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Interval % of obligation % in case % is history.', OLD.seq, OLD.obligation, OLD.case_id
    USING ERRCODE = 'check_violation', CONSTRAINT = 'court_stays';
END $$;

CREATE TRIGGER court_stays BEFORE UPDATE ON court_interval FOR EACH ROW
  WHEN (OLD.to_at <> 'infinity' OR (NEW.case_id, NEW.obligation, NEW.seq, NEW.from_at, NEW.holder_kind, NEW.holder_id)
    IS DISTINCT FROM (OLD.case_id, OLD.obligation, OLD.seq, OLD.from_at, OLD.holder_kind, OLD.holder_id))
  EXECUTE FUNCTION court_stays();
