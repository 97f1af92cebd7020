-- Calendars as governed data: a draft is edited, a published version never changes again; of several the newest whose
-- day has come is in force.
ALTER TABLE calendar
  ADD COLUMN state text NOT NULL DEFAULT 'published' CHECK (state IN ('draft', 'published')),
  ADD COLUMN effective_from date NOT NULL DEFAULT '2000-01-01',
  -- Name, number, address and date of the document that orders it.
  ADD COLUMN document jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN publisher text,
  ADD COLUMN note text,
  ADD COLUMN revision integer NOT NULL DEFAULT 1,
  ADD COLUMN drafted_by text,
  ADD COLUMN published_by text,
  ADD COLUMN published_by_name text,
  -- The preview of what it would move, and the operation that moved it.
  ADD COLUMN preview uuid,
  ADD COLUMN operation uuid,
  ALTER COLUMN published_at DROP NOT NULL,
  ALTER COLUMN published_at DROP DEFAULT,
  ADD CONSTRAINT calendar_layer_known CHECK (layer IN ('national', 'province', 'city', 'county', 'office'));
ALTER TABLE calendar ALTER COLUMN effective_from DROP DEFAULT;
ALTER TABLE calendar ALTER COLUMN state SET DEFAULT 'draft';
CREATE UNIQUE INDEX calendar_one_draft ON calendar (tenant, layer, code) WHERE state = 'draft';

-- Deadlines were counted by it: it stays as it was, whoever asks.
CREATE FUNCTION keep_published_calendar() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  RAISE EXCEPTION 'version % of the calendar % is published and stays as it is', OLD.version, OLD.code
    USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER calendar_published_stays BEFORE UPDATE OR DELETE ON calendar
  FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION keep_published_calendar();

CREATE VIEW calendar_in_force AS
  SELECT DISTINCT ON (tenant, layer, code) c.*,
    array_position(ARRAY['national', 'province', 'city', 'county', 'office'], layer) AS depth
  FROM calendar c
  WHERE state = 'published' AND effective_from <= ((SELECT business_now()) AT TIME ZONE 'Asia/Shanghai')::date
  ORDER BY tenant, layer, code, version DESC;

-- What a draft would move, deadline by deadline, and what a publication has moved.
CREATE TABLE calendar_impact (
  operation_id     uuid NOT NULL REFERENCES bulk_operation (id),
  clock_id         uuid NOT NULL,
  tenant           text NOT NULL,
  case_id          uuid NOT NULL,
  office_id        text,
  assignee         uuid,
  from_at          timestamptz NOT NULL,
  to_at            timestamptz NOT NULL,
  from_provisional boolean NOT NULL,
  to_provisional   boolean NOT NULL,
  -- It is overdue by the one date and not by the other.
  turns            text CHECK (turns IN ('overdue', 'in-time')),
  PRIMARY KEY (operation_id, clock_id)
);
CREATE INDEX calendar_impact_by_office ON calendar_impact (operation_id, office_id);

-- Deadlines that still run, in the order in which a change of the calendar walks through them.
CREATE INDEX clock_running ON clock (tenant, id) WHERE state = 'running' AND retired_at IS NULL;

