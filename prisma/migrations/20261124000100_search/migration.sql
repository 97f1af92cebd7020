-- Search by case number and by institution. The trigram index stands on the case (one row), not on its tasks: it costs
-- no WAL in a transition, because neither column changes. Two letters make no trigram: the prefix index serves them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX case_file_title_trigram ON case_file USING gin (title gin_trgm_ops);
CREATE INDEX case_file_title_prefix ON case_file (tenant, title text_pattern_ops);
CREATE INDEX case_file_no_prefix ON case_file (tenant, case_no text_pattern_ops);

-- Supervision: by office and by time over open tasks of a district.
CREATE INDEX task_open_by_district ON task (district, due_at, id) WHERE status = 'open';
CREATE INDEX institution_by_name ON institution (tenant, name_zh text_pattern_ops);
