-- Decisions (DMN) are published with the process that makes them: one version, one hash.
ALTER TABLE process_definition ADD COLUMN decisions jsonb NOT NULL DEFAULT '{}';
