-- Clocks that an emergency (停办) stopped are found by its ground, not by reading every ledger.
CREATE INDEX clock_entry_emergency ON clock_entry ((entry ->> 'ground'), clock_id) WHERE entry ->> 'ground' LIKE 'emergency:%';

CREATE OR REPLACE FUNCTION notice_group(kind text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN kind IN ('rung', 'rungs', 'call') OR kind LIKE 'stop-%' OR kind LIKE 'emergency-%' THEN 'deadlines'
    WHEN kind LIKE 'order-%' THEN 'orders' WHEN kind IN ('dispute-raised', 'office-designated') THEN 'disputes'
    WHEN kind = 'deadlines-moved' THEN 'calendar' ELSE 'other' END $$;
