-- Operations over many cases or clocks: progress, cursor and counts move in the transaction of the piece that they count,
-- so a process may die at any instruction and another goes on where it was.
CREATE TABLE bulk_operation (
  id              uuid PRIMARY KEY,
  tenant          text NOT NULL,
  kind            text NOT NULL,
  parameters      jsonb NOT NULL,
  reason          text NOT NULL,
  state           text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'paused', 'done', 'cancelled')),
  -- Business time before which it does not begin.
  not_before      timestamptz NOT NULL,
  total           integer,
  -- The last item that is done; the next piece begins behind it.
  cursor          text,
  looked          integer NOT NULL DEFAULT 0,
  changed         integer NOT NULL DEFAULT 0,
  failed          integer NOT NULL DEFAULT 0,
  result          jsonb,
  started_by      text NOT NULL,
  started_by_name text NOT NULL,
  created_at      timestamptz NOT NULL,
  begun_at        timestamptz,
  ended_at        timestamptz
);
CREATE INDEX bulk_operation_open ON bulk_operation (tenant, not_before, id) WHERE state IN ('waiting', 'running');
CREATE INDEX bulk_operation_by_time ON bulk_operation (tenant, created_at DESC, id);

-- Items that could not be done, each with its reason; the operation went on without them.
CREATE TABLE bulk_failure (
  operation_id uuid NOT NULL REFERENCES bulk_operation (id),
  item         text NOT NULL,
  tenant       text NOT NULL,
  code         text NOT NULL,
  message      text NOT NULL,
  details      jsonb,
  at           timestamptz NOT NULL,
  PRIMARY KEY (operation_id, item)
);
