-- 免责: the conclusion for which a level did not fire, or left out what holds the unit to account.
ALTER TABLE ladder_firing ADD COLUMN conclusion_id uuid REFERENCES fact_conclusion (id);
