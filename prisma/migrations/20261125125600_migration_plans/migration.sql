-- What an operation is about, where only one of its kind may be under way for it: a second click finds the first.
ALTER TABLE bulk_operation ADD COLUMN subject text;
CREATE UNIQUE INDEX bulk_operation_sole ON bulk_operation (tenant, kind, subject)
  WHERE subject IS NOT NULL AND state IN ('waiting', 'running', 'paused');
CREATE INDEX bulk_operation_by_subject ON bulk_operation (tenant, kind, subject, created_at DESC, id DESC)
  WHERE subject IS NOT NULL;

-- Cases that a plan has moved to another version; those that stayed are in bulk_failure with their reasons.
CREATE TABLE migrated_case (
  operation_id uuid NOT NULL REFERENCES bulk_operation (id),
  case_id      uuid NOT NULL,
  tenant       text NOT NULL,
  PRIMARY KEY (operation_id, case_id)
);
