-- Whom a chain of calls called, and when: one row a place in the line, ever.
CREATE TABLE call_chain_call (
  clock_id  uuid NOT NULL REFERENCES clock (id),
  level     text NOT NULL,
  place     integer NOT NULL,
  tenant    text NOT NULL,
  user_id   uuid NOT NULL REFERENCES app_user (id),
  called_at timestamptz NOT NULL,
  PRIMARY KEY (clock_id, level, place)
);
REVOKE UPDATE, DELETE ON call_chain_call FROM lianban_app;
