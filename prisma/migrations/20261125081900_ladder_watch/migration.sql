-- The watch keeps where it is as one document: round, cursor, suspects and the last whole round.
ALTER TABLE ladder_watch
  DROP COLUMN after, DROP COLUMN round_began, DROP COLUMN round_looked, DROP COLUMN round_missing, DROP COLUMN last_round,
  ALTER COLUMN looked_at DROP NOT NULL,
  ADD COLUMN progress jsonb NOT NULL DEFAULT '{}';
