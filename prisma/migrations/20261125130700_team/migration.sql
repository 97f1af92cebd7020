-- 代办 (AB岗): who stands in for whom from when to when; an early return ends it. While it lasts the stand-in works in the
-- name of the absent person, and the trail names both.
CREATE TABLE absence (
  id          uuid PRIMARY KEY,
  tenant      text NOT NULL,
  user_id     uuid NOT NULL,
  stand_in    uuid NOT NULL,
  from_at     timestamptz NOT NULL,
  to_at       timestamptz NOT NULL,
  reason      text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT business_now(),
  ended_at    timestamptz,
  ended_by    uuid,
  CHECK (from_at < to_at),
  CHECK (user_id <> stand_in)
);
CREATE INDEX absence_of ON absence (user_id, to_at);
CREATE INDEX absence_stood_in ON absence (stand_in, to_at);

-- 转办: a task handed over to another unit, which may send it back (退件) within one working day.
CREATE TABLE task_handover (
  id            uuid PRIMARY KEY,
  tenant        text NOT NULL,
  case_id       uuid NOT NULL,
  task_id       uuid NOT NULL,
  from_office   text NOT NULL,
  to_office     text NOT NULL,
  reason        text NOT NULL,
  handed_by     uuid NOT NULL,
  handed_at     timestamptz NOT NULL,
  return_until  timestamptz NOT NULL,
  returned_at   timestamptz,
  returned_by   uuid,
  return_reason text
);
CREATE INDEX task_handover_of_task ON task_handover (task_id, handed_at DESC);
CREATE INDEX task_handover_returnable ON task_handover (to_office, return_until) WHERE returned_at IS NULL;
