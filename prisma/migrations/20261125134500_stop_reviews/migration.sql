-- A stop (中止) that a person made is asked about before and at the end that its notice names, and monthly.
ALTER TABLE due DROP CONSTRAINT due_kind_check;
ALTER TABLE due ADD CONSTRAINT due_kind_check
  CHECK (kind IN ('timer', 'rung', 'mark', 'service-retry', 'order', 'message-expiry', 'start', 'stop'));

CREATE OR REPLACE FUNCTION notice_group(kind text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN kind IN ('rung', 'rungs', 'call') OR kind LIKE 'stop-%' THEN 'deadlines' WHEN kind LIKE 'order-%' THEN 'orders'
    WHEN kind IN ('dispute-raised', 'office-designated') THEN 'disputes' WHEN kind = 'deadlines-moved' THEN 'calendar'
    ELSE 'other' END $$;
