-- Starts that a timer makes: rows of a definition, for there is no case yet. One row for each timer of its current version.
ALTER TABLE due DROP CONSTRAINT due_kind_check;
ALTER TABLE due ADD CONSTRAINT due_kind_check
  CHECK (kind IN ('timer', 'rung', 'mark', 'service-retry', 'order', 'message-expiry', 'start'));
ALTER TABLE due ALTER COLUMN case_id DROP NOT NULL;
ALTER TABLE due ADD COLUMN definition_id uuid REFERENCES process_definition (id);
ALTER TABLE due ADD CONSTRAINT due_of_case_or_definition CHECK ((kind = 'start') = (case_id IS NULL) AND (kind = 'start') = (definition_id IS NOT NULL));
CREATE INDEX due_by_definition ON due (definition_id) WHERE definition_id IS NOT NULL;

-- One start event may wait for any of several messages.
ALTER TABLE start_subscription DROP CONSTRAINT start_subscription_pkey;
ALTER TABLE start_subscription ADD PRIMARY KEY (definition_id, start_event, message);
