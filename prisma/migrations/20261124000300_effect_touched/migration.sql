-- When somebody last worked on an effect: told its conductor, or tried. What nobody touches any more (a lost Temporal
-- cluster) is found by it and told again. Real time, not business time.
ALTER TABLE effect ADD COLUMN touched_at timestamptz NOT NULL DEFAULT clock_timestamp();
DROP INDEX effect_open;
CREATE INDEX effect_open ON effect (touched_at) WHERE state = 'open';
