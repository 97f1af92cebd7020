-- A refused request may be made again under the same token; only one may be under way.
ALTER TABLE effect DROP CONSTRAINT effect_case_id_token_key;
CREATE UNIQUE INDEX effect_under_way ON effect (case_id, token) WHERE state IN ('open', 'incident');

-- An answer that came after the case had gone on: recorded, never applied.
ALTER TABLE effect ADD COLUMN late_result jsonb, ADD COLUMN late_at timestamptz;

-- Whatever moves a token may overtake an incident that stands on it.
CREATE INDEX incident_open_by_case ON incident (case_id) WHERE resolved_at IS NULL;

-- How often a message failed in the hands of its consumer. Hand-overs are no failures: a long outage has many.
ALTER TABLE outbox ADD COLUMN failures integer NOT NULL DEFAULT 0;
