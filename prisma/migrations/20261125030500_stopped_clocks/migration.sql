-- Which cases stand still is asked by every look at the board; few do.
CREATE INDEX clock_stopped ON clock (tenant, case_id) WHERE state = 'stopped';
