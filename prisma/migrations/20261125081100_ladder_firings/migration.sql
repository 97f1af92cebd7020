-- A level that was looked at says by which version, for which unit, and what it set going.
ALTER TABLE ladder_firing
  ADD COLUMN version integer,
  ADD COLUMN office_id text,
  ADD COLUMN acts jsonb NOT NULL DEFAULT '[]';

-- 责任追究台账: a statutory period that was breached, or a default that is late. Nobody changes or deletes an entry.
CREATE TABLE accountability_entry (
  id         uuid PRIMARY KEY,
  tenant     text NOT NULL,
  case_id    uuid NOT NULL REFERENCES case_file (id),
  clock_id   uuid NOT NULL REFERENCES clock (id),
  level      text NOT NULL,
  ladder     text NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('breached', 'late')),
  basis      text NOT NULL,
  office_id  text NOT NULL,
  district   text NOT NULL,
  due_at     timestamptz NOT NULL,
  entered_at timestamptz NOT NULL,
  UNIQUE (clock_id, level),
  -- A default of the house is never entered as a breach of law.
  CHECK (kind = 'late' OR basis <> 'PD')
);
CREATE INDEX accountability_entry_by_office ON accountability_entry (tenant, office_id, entered_at DESC);
CREATE INDEX accountability_entry_by_case ON accountability_entry (case_id);

-- Somebody took notice of a clock: a rung that asks for it does not fire after that.
CREATE TABLE ladder_acknowledgement (
  clock_id uuid NOT NULL REFERENCES clock (id),
  user_id  uuid NOT NULL REFERENCES app_user (id),
  tenant   text NOT NULL,
  at       timestamptz NOT NULL,
  by_way   text NOT NULL,
  PRIMARY KEY (clock_id, user_id)
);

-- How far the watch over the ladders has come: one row a tenant.
CREATE TABLE ladder_watch (
  tenant      text PRIMARY KEY,
  looked_at   timestamptz NOT NULL,
  after       uuid,
  round_began timestamptz NOT NULL,
  round_looked integer NOT NULL DEFAULT 0,
  round_missing integer NOT NULL DEFAULT 0,
  last_round  jsonb
);

-- Earlier cases of the same process in the same district: how often a report was missed.
CREATE INDEX case_file_series ON case_file (tenant, definition_key, district, opened_at DESC);

REVOKE UPDATE, DELETE ON accountability_entry, ladder_acknowledgement FROM lianban_app;
