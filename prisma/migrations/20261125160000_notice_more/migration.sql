-- A list that is full grows in number only: what it names lies outside the row and is not written again.
ALTER TABLE notice ADD COLUMN more integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN notice.more IS 'Counted beyond payload.count since the list named as many as it may.';
-- A list is counted up often: room for that on the page spares its indexes.
ALTER TABLE notice SET (fillfactor = 85);
