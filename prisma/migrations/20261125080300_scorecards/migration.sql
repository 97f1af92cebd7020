-- Scorecards are sums over facts that are never changed: a month is frozen by an instant, and what was recorded later
-- is a correction of it.
CREATE TABLE work_fact (
  id             uuid PRIMARY KEY,
  tenant         text NOT NULL,
  -- Month of the completion in local time, YYYY-MM.
  month          text NOT NULL,
  task_id        uuid NOT NULL,
  case_id        uuid NOT NULL,
  definition_key text NOT NULL,
  district       text NOT NULL,
  department     text NOT NULL,
  office_id      text NOT NULL,
  person         uuid,
  reached_at     timestamptz NOT NULL,
  closed_at      timestamptz NOT NULL,
  -- Minutes of office hours in the office's own court.
  minutes        double precision NOT NULL,
  is_late        boolean NOT NULL,
  is_late_own    boolean NOT NULL,
  -- The step was done before and came back.
  is_rework      boolean NOT NULL,
  recorded_at    timestamptz NOT NULL DEFAULT business_now(),
  UNIQUE (task_id, office_id)
);
CREATE INDEX work_fact_by_month ON work_fact (tenant, month, office_id);
CREATE INDEX work_fact_late ON work_fact (tenant, month, closed_at, id) WHERE is_late;

-- 剔除 (does not count) and 免责 (counts, but not as late): conclusions with a reason, never deletions.
CREATE TABLE fact_conclusion (
  id         uuid PRIMARY KEY,
  tenant     text NOT NULL,
  fact_id    uuid NOT NULL REFERENCES work_fact (id),
  kind       text NOT NULL CHECK (kind IN ('excluded', 'exempt')),
  reason     text NOT NULL,
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT business_now(),
  UNIQUE (fact_id, kind)
);

CREATE TABLE scorecard_month (
  tenant    text NOT NULL,
  month     text NOT NULL,
  frozen_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, month)
);

-- An office objects to what is said of one of its tasks; whoever keeps the scorecards answers.
CREATE TABLE scorecard_objection (
  id          uuid PRIMARY KEY,
  tenant      text NOT NULL,
  fact_id     uuid NOT NULL UNIQUE REFERENCES work_fact (id),
  office_id   text NOT NULL,
  reason      text NOT NULL,
  raised_by   uuid NOT NULL,
  raised_at   timestamptz NOT NULL DEFAULT business_now(),
  conclusion  text CHECK (conclusion IN ('excluded', 'exempt', 'upheld')),
  answer      text,
  answered_by uuid,
  answered_at timestamptz,
  CHECK ((answered_at IS NULL) = (conclusion IS NULL))
);
CREATE INDEX scorecard_objection_open ON scorecard_objection (tenant, raised_at, id) WHERE answered_at IS NULL;

REVOKE UPDATE, DELETE ON work_fact, fact_conclusion, scorecard_month FROM lianban_app;

-- What is measured next.
CREATE INDEX task_completed_by_time ON task (tenant, closed_at, id) WHERE status = 'completed';

-- Signs of abnormal handling begin with clocks that were stopped.
CREATE INDEX clock_entry_stops ON clock_entry (tenant, at) WHERE entry ->> 'kind' = 'stopped';
