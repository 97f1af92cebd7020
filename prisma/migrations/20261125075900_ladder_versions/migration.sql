-- Ladders are edited as drafts and published as versions that nobody changes; each takes effect from a date on.
ALTER TABLE ladder
  ADD COLUMN effective_from timestamptz,
  ADD COLUMN reason text,
  ADD COLUMN published_by uuid;

CREATE TABLE ladder_draft (
  tenant   text NOT NULL,
  code     text NOT NULL,
  content  jsonb NOT NULL,
  revision integer NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, code)
);

REVOKE UPDATE, DELETE ON ladder FROM lianban_app;
