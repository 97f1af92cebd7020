-- 台风、停航: an order over districts that stops the clocks of their on-site steps until it is lifted.
CREATE TABLE emergency (
  id              uuid PRIMARY KEY,
  tenant          text NOT NULL,
  districts       text[] NOT NULL CHECK (cardinality(districts) > 0),
  from_at         timestamptz NOT NULL,
  to_at           timestamptz CHECK (to_at >= from_at),
  document        text NOT NULL,
  reason          text NOT NULL,
  entered_at      timestamptz NOT NULL,
  entered_by_name text NOT NULL,
  lifted_at       timestamptz,
  lifted_by_name  text,
  lift_reason     text,
  -- The bulk operations that stop the clocks, and let them run again.
  stops           uuid NOT NULL,
  lifts           uuid
);
CREATE INDEX emergency_by_time ON emergency (tenant, id DESC);
